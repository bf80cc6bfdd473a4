/// A body says something about doing business in a market.
package struct GovernmentStatement: Hashable, Sendable {
  /// What kind of thing is said.
  package enum Act: String, Term {
    case urge, threaten, warn, acknowledge, condemn, support, clarify, deny, request, grant, refuse
  }

  /// The body that speaks.
  package let body: BodyID
  /// The markets that it speaks of.
  package let markets: [Market]
  /// Who spoke for the body, by name.
  package let speaker: String?
  /// What kind of thing is said.
  package let act: Act
  /// What it moves companies to do.
  package let push: Push
  /// Whom it addresses.
  package let addressees: Addressees
  /// The measure that the statement is about.
  package let measure: MeasureKey?
}

extension GovernmentStatement: EventBody {
  static let type = EventType.governmentStatement
  static let sentence = "A body says something about doing business in a market."

  struct Fields: Sendable {
    let body = OutsideAct.body
    let markets = OutsideAct.markets
    let speaker = Field.optional("speaker", .line, "who spoke for it")
    let act = Field.required(
      "act", .term(among: Act.allCases, added: [.request: 2, .grant: 2, .refuse: 2]),
      "what kind of thing is said; `request`, `grant` and `refuse`: a waiver, asked for or "
        + "answered")
    let push = OutsideAct.push
    let addressees = OutsideAct.addressees
    let measure = Field.optional(
      "measure", .slug(of: MeasureKind.self), "the measure that it is about")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.read(Self.fields.body)
    markets = try reader.read(Self.fields.markets)
    speaker = try reader.read(Self.fields.speaker)
    act = try reader.read(Self.fields.act)
    push = try reader.read(Self.fields.push)
    addressees = try reader.read(Self.fields.addressees)
    measure = try reader.read(Self.fields.measure)
  }
}
