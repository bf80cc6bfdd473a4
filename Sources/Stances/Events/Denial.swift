/// The company denies a report or a label.
package struct Denial: Hashable, Sendable {
  /// Who denies.
  package let company: CompanyID
  /// The markets that the denial is about.
  package let markets: [Market]
  /// The events it denies; empty where it names none that the log has.
  package let denies: [EventID]
}

extension Denial: EventBody {
  static let type = EventType.denial
  static let sentence = "The company denies a report or a label."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let denies = Field.optional(
      "denies", .list(.slug(of: EventKind.self)), default: [],
      "the recorded events that it denies")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    denies = try reader.read(Self.fields.denies)
  }
}
