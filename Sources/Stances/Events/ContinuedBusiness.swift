/// Others see the company carry on, hold back growth, or expand.
package struct ContinuedBusiness: Hashable, Sendable {
  /// The levels that a report of continued business can carry.
  package static let levels: [Level] = [.expanding, .operating, .holding]

  /// Who carries on.
  package let company: CompanyID
  /// The markets in which it carries on.
  package let markets: [Market]
  /// The level reported; without one, as for a single delivery, it moves nothing.
  package let level: Level?
  /// The lines of business seen, if it is not the whole.
  package let lines: [String]
  /// The last day of an exception under which it goes on.
  package let until: FuzzyDate?
  /// Whether these are last deliveries inside a grace period, which is not carrying on.
  package let windDown: Bool
  /// On whose word the report rests.
  package let claimant: Claimant?
}

extension ContinuedBusiness: EventBody {
  static let type = EventType.continuedBusiness
  static let sentence = "Others see the company carry on, hold back growth, or expand."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let level = Field.optional(
      "level", .term(among: levels),
      "the level seen; without one, as for a single delivery, it moves nothing")
    let lines = CompanyAct.newLines
    let until = CompanyAct.exception
    let windDown = Field.optional(
      "wind_down", .boolean, default: false, since: 2,
      "whether these are last deliveries or presold goods inside a grace period, which is not "
        + "carrying on; default: false")
    let claimant = CompanyAct.claimant
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    level = try reader.read(Self.fields.level)
    lines = try reader.read(Self.fields.lines)
    until = try reader.read(Self.fields.until)
    windDown = try reader.read(Self.fields.windDown)
    claimant = try reader.read(Self.fields.claimant)
  }
}
