/// Others see the company carry on, hold back growth, or expand.
package struct ContinuedBusiness: Hashable, Sendable {
  /// The levels that a report of continued business can carry.
  package static let levels: [Level] = [.expanding, .operating, .holding]

  /// Who carries on.
  package let company: CompanyID
  /// The markets in which it carries on.
  package let markets: [Market]
  /// The level reported; without one, say for a single delivery, it moves nothing.
  package let level: Level?
}

extension ContinuedBusiness: EventBody {
  static let type = EventType.continuedBusiness
  static let sentence = "Others see the company carry on, hold back growth, or expand."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let level = Field.optional(
      "level", .term(among: levels),
      "the level seen; without one, say a single delivery, it moves nothing")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    level = try reader.read(Self.fields.level)
  }
}
