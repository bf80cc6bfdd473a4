/// The company states what it will do or keep doing.
package struct PublicAnnouncement: Hashable, Sendable {
  /// Who announces.
  package let company: CompanyID
  /// The markets that it speaks of.
  package let markets: [Market]
  /// The level it announces; without one the announcement moves nothing.
  package let level: Level?
  /// The day from which it counts as conduct, where it differs from the day it was made.
  package let effective: FuzzyDate?
  /// The lines of goods or services it speaks of, where it is not the whole business.
  package let lines: [String]
  /// Why, in the company's words.
  package let reason: String?
}

extension PublicAnnouncement: EventBody {
  static let type = EventType.publicAnnouncement
  static let sentence = "The company states what it will do or keep doing."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let level = Field.optional(
      "level", .term(among: Level.allCases),
      "the level announced for the whole business; without one it moves nothing")
    let effective = Field.optional(
      "effective", .date, "the day from which it counts, if not the day it was made")
    let lines = CompanyAct.lines
    let reason = Field.optional("reason", .paragraph, "the reason that the company gives")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    level = try reader.read(Self.fields.level)
    effective = try reader.read(Self.fields.effective)
    lines = try reader.read(Self.fields.lines)
    reason = try reader.read(Self.fields.reason)
  }
}
