/// Suppliers, customers, investors or the public press companies.
package struct Pressure: Hashable, Sendable {
  /// Who presses, seen from the companies pressed.
  package enum Role: String, Term { case supplier, customer, investor, `public` }

  /// What pressure can move companies to do; only who has a say over an act can permit it.
  package static let pushes: [Push] = [.withdraw, .stay, .none]

  /// The markets that it is about.
  package let markets: [Market]
  /// Who presses.
  package let role: Role
  /// The names of those who press; empty if the source names none.
  package let names: [String]
  /// Who is pressed.
  package let addressees: Addressees
  /// What it moves companies to do.
  package let push: Push
}

extension Pressure: EventBody {
  static let type = EventType.pressure
  static let sentence = "Suppliers, customers, investors or the public press companies."

  struct Fields: Sendable {
    let markets = OutsideAct.markets
    let by = Field.required("by", .part(Pressers.self), "who presses")
    let addressees = Field.required("addressees", .part(Addressees.self), "whom it addresses")
    let push = Field.required(
      "push", .term(among: Pressure.pushes), "what it moves companies to do")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    markets = try reader.read(Self.fields.markets)
    let by = try reader.read(Self.fields.by)
    role = by.role
    names = by.names
    addressees = try reader.read(Self.fields.addressees)
    push = try reader.read(Self.fields.push)
  }
}

/// Who presses: the part `by`.
struct Pressers: Sendable {
  let role: Pressure.Role
  let names: [String]
}

extension Pressers: EventPart {
  static let name = "by"
  static let words = "who presses"

  struct Fields: Sendable {
    let role = Field.required(
      "role", .term(among: Pressure.Role.allCases), "who presses, seen from the companies")
    let names = Field.optional(
      "names", .list(.line), default: [], "the names of those who press")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    role = try reader.read(Self.fields.role)
    names = try reader.read(Self.fields.names)
  }
}
