/// The fields that several types of what companies say and do have in common.
enum CompanyAct {
  static let company = Field.required(
    "company", .slug(of: CompanyKind.self), "the company, registered earlier in the log")
  static let markets = Field.required(
    "markets", .list(.market, atLeast: 1), "the markets that it is about")
  static let lines = Field.optional(
    "lines", .list(.line), default: [],
    "the lines of goods or services, if not the whole business")
  static let disclosed = Field.required(
    "disclosed", .boolean, "whether the company itself made it known")
}

/// The fields that several types of what moves companies have in common.
enum OutsideAct {
  static let body = Field.required(
    "body", .slug(of: BodyKind.self), "the body, registered earlier in the log")
  static let markets = CompanyAct.markets
  static let push = Field.required(
    "push", .term(among: Push.allCases), "what it moves companies to do")
  static let addressees = Field.optional(
    "addressees", .part(Addressees.self), default: .nobody,
    "whom it addresses; default: no one in particular")
}

/// What a statement, measure or pressure moves companies to do.
package enum Push: String, Term {
  /// To leave the market or do less there.
  case withdraw
  /// To stay in the market.
  case stay
  /// Neither.
  case none
}
