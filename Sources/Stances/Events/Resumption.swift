/// The company goes back after a cut.
package struct Resumption: Hashable, Sendable {
  /// Who goes back.
  package let company: CompanyID
  /// The markets to which it goes back.
  package let markets: [Market]
  /// Whether the company itself made it known.
  package let disclosed: Bool
  /// The lines of business it goes back to, if it is not the whole.
  package let lines: [String]
  /// The last day of an exception under which it goes back.
  package let until: FuzzyDate?
  /// On whose word the report rests.
  package let claimant: Claimant?
}

extension Resumption: EventBody {
  static let type = EventType.resumption
  static let sentence = "The company goes back after a cut."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let disclosed = CompanyAct.disclosed
    let lines = CompanyAct.newLines
    let until = CompanyAct.exception
    let claimant = CompanyAct.claimant
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    disclosed = try reader.read(Self.fields.disclosed)
    lines = try reader.read(Self.fields.lines)
    until = try reader.read(Self.fields.until)
    claimant = try reader.read(Self.fields.claimant)
  }
}
