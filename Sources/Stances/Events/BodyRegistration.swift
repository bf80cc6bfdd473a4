/// Who a government or other body is; the latest registration wins.
package struct BodyRegistration: Hashable, Sendable {
  /// The slug by which events name the body.
  package let body: BodyID
  /// What it is called and known by.
  package let identity: Identity
  /// The country or market that it speaks for.
  package let jurisdiction: Market
  /// The body of which it is a part.
  package let parent: BodyID?
  /// The company that this body also is, if it does business.
  package let company: CompanyID?
}

extension BodyRegistration: EventBody {
  static let type = EventType.bodyRegistered
  static let sentence = "Who a government or other body is; the latest registration wins."

  struct Fields: Sendable {
    let body = Field.required(
      "body", .slug(of: BodyKind.self), "the slug by which events name it")
    let name = Identity.fields.name
    let names = Identity.fields.names
    let aliases = Identity.fields.aliases
    let jurisdiction = Field.required("jurisdiction", .market, "whose body it is")
    let sector = Identity.fields.sector
    let identifiers = Identity.fields.identifiers
    let parent = Field.optional(
      "parent", .slug(of: BodyKind.self), "the body that it belongs to")
    let company = Field.optional(
      "company", .slug(of: CompanyKind.self), since: 2,
      "the company that this body also is, if it does business")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.read(Self.fields.body)
    identity = try Identity(&reader)
    jurisdiction = try reader.read(Self.fields.jurisdiction)
    parent = try reader.read(Self.fields.parent)
    company = try reader.read(Self.fields.company)
  }
}
