/// The company is out of the market, or has given up a part of its business there.
package struct Exit: Hashable, Sendable {
  /// How it left.
  package enum Mode: String, Term {
    case sold, liquidated
    case handedOver = "handed_over"
    case walkedAway = "walked_away"
    case seized
  }

  /// Who is out.
  package let company: CompanyID
  /// The markets that it left.
  package let markets: [Market]
  /// How it left them.
  package let mode: Mode
  /// Whether the company itself made it known.
  package let disclosed: Bool
  /// The project, brand or plant that it left, if it is not the whole business.
  package let lines: [String]
  /// On whose word the report rests.
  package let claimant: Claimant?
  /// The measures that the company, or the report, names as the reason.
  package let follows: [MeasureKey]
}

extension Exit: EventBody {
  static let type = EventType.exit
  static let sentence =
    "The company is out of the market, or has given up a part of its business there."

  struct Fields: Sendable {
    let company = CompanyAct.company
    let markets = CompanyAct.markets
    let mode = Field.required("mode", .term(among: Mode.allCases), "how it left")
    let disclosed = CompanyAct.disclosed
    let lines = CompanyAct.newLines
    let claimant = CompanyAct.claimant
    let follows = CompanyAct.follows
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    markets = try reader.read(Self.fields.markets)
    mode = try reader.read(Self.fields.mode)
    disclosed = try reader.read(Self.fields.disclosed)
    lines = try reader.read(Self.fields.lines)
    claimant = try reader.read(Self.fields.claimant)
    follows = try reader.read(Self.fields.follows)
  }
}
