/// The company does less, unannounced, as others report.
package struct SilentReduction: Hashable, Sendable {
  /// The levels that a silent reduction can report.
  package static let levels: [Level] = [.reducing, .suspended, .exited]

  /// Who does less.
  package let company: CompanyID
  /// The markets in which it does less.
  package let markets: [Market]
  /// The level reported.
  package let level: Level
  /// Why, as others see it.
  package let cause: String?
  /// How much less, in the source's words.
  package let extent: String?
  /// The lines of business cut, if it is not the whole.
  package let lines: [String]
  /// On whose word the report rests.
  package let claimant: Claimant?
  /// The measures that the report names as the reason.
  package let follows: [MeasureKey]
}

extension SilentReduction: EventBody {
  static let type = EventType.silentReduction
  static let sentence = "The company does less, unannounced, as others report."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let level = Field.required(
      "level", .term(among: levels),
      "the level reported; a stop of some lines is `reducing`")
    let cause = Field.optional("cause", .paragraph, "the cause that the report gives")
    let extent = Field.optional("extent", .paragraph, "how much, in the report's words")
    let lines = CompanyAct.lines
    let claimant = CompanyAct.claimant
    let follows = CompanyAct.follows
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    level = try reader.read(Self.fields.level)
    cause = try reader.read(Self.fields.cause)
    extent = try reader.read(Self.fields.extent)
    lines = try reader.read(Self.fields.lines)
    claimant = try reader.read(Self.fields.claimant)
    follows = try reader.read(Self.fields.follows)
  }
}
