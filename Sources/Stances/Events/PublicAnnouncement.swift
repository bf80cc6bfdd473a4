/// The company states what it will do or keep doing.
package struct PublicAnnouncement: Hashable, Sendable {
  /// Who announces.
  package let company: CompanyID
  /// The markets that it speaks of.
  package let markets: [Market]
  /// The level it announces; without one it only shows that the company spoke.
  package let level: Level?
  /// The day from which it counts as conduct, if it is not the day it was made.
  package let effective: FuzzyDate?
  /// The lines of business it speaks of, if it is not the whole.
  package let lines: [String]
  /// Why, in the company's words.
  package let reason: String?
  /// On what it makes its word depend, such as "unless it gets a waiver".
  package let condition: String?
  /// The measures that it names as the reason.
  package let follows: [MeasureKey]
}

extension PublicAnnouncement: EventBody {
  static let type = EventType.publicAnnouncement
  static let sentence = "The company states what it will do or keep doing."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let level = Field.optional(
      "level", .term(among: Level.allCases),
      "the level announced; `exiting` and `exited` both announce an exit; without a level it says "
        + "only that the company spoke")
    let effective = Field.optional(
      "effective", .date, "the day from which it counts; default: the day it was made")
    let lines = CompanyAct.lines
    let reason = Field.optional("reason", .paragraph, "the reason that the company gives")
    let condition = Field.optional(
      "condition", .paragraph, since: 2,
      "on what the company makes its word depend: \"unless it gets a waiver\"")
    let follows = CompanyAct.follows
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    level = try reader.read(Self.fields.level)
    effective = try reader.read(Self.fields.effective)
    lines = try reader.read(Self.fields.lines)
    reason = try reader.read(Self.fields.reason)
    condition = try reader.read(Self.fields.condition)
    follows = try reader.read(Self.fields.follows)
  }
}
