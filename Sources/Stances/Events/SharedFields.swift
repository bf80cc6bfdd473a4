/// The fields that several types of what companies say and do have in common.
enum CompanyAct {
  static let company = Field.required("company", .slug(of: CompanyKind.self), "the company")
  static let markets = Field.required(
    "markets", .list(.market, atLeast: 1), "the markets that it is about")
  static let lines = linesField()
  /// The same in types that had no lines in version 1.
  static let newLines = linesField(since: 2)
  static let disclosed = Field.required(
    "disclosed", .boolean, "whether the company itself made it known")
  static let exception = Field.optional(
    "until", .date, since: 2,
    "the last day of the exception, waiver or licence under which it does so")
  static let claimant = Field.optional(
    "claimant", .part(Claimant.self), since: 2,
    "on whose word the report rests, beside the publisher: a minister, an ambassador, a union")
  static let follows = Field.optional(
    "follows", .list(.slug(of: MeasureKind.self)), default: [], since: 2,
    "the measures that the company, or the report, names as the reason")

  private static func linesField(since version: Int = 0) -> Field<[String]> {
    .optional(
      "lines", .list(.line), default: [], since: version,
      "the brands, plants, projects, goods or services that it is about; default: the whole "
        + "business")
  }
}

/// The fields that several types of what moves companies have in common.
enum OutsideAct {
  static let body = Field.required("body", .slug(of: BodyKind.self), "the body that acts")
  static let markets = CompanyAct.markets
  static let push = Field.required(
    "push", .term(among: Push.allCases, added: [.permit: 2]),
    "what it moves companies to do; `permit`: it lets them carry on, and presses neither way")
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
  /// Nothing: a licence, waiver or exemption lets them carry on.
  case permit
  /// Nothing at all.
  case none
}
