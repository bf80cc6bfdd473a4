/// The own fields of what companies say and do.
enum CompanyFields {
  static let actor: [Field] = [
    .required("company", .slug(of: "company"), "the company, registered earlier in the log"),
    .required("markets", .list(.market, atLeast: 1), "the markets that it is about"),
  ]

  static let publicAnnouncement =
    actor + [
      .optional(
        "level", .term(of: Level.self),
        "the level announced for the whole business; without one it moves nothing"),
      .optional("effective", .date, "the day from which it counts, if not the day it was made"),
      lines,
      .optional("reason", .paragraph, "the reason that the company gives"),
    ]

  static let denial =
    actor + [
      .optional(
        "denies", .list(.slug(of: "event"), atLeast: 0), "the recorded events that it denies")
    ]

  static let complianceReview =
    actor + [
      .required("phase", .term(of: ComplianceReview.Phase.self), "whether it opens or concludes"),
      .optional("outcome", .paragraph, "what the review came to"),
    ]

  static let silentReduction =
    actor + [
      .required(
        "level", .term(SilentReduction.levels.map(\.term)),
        "the level reported for the whole business; a stop of one line is `reducing`"),
      .optional("cause", .paragraph, "the cause that the report gives"),
      .optional("extent", .paragraph, "how much, in the report's words"),
      lines,
    ]

  static let continuedBusiness =
    actor + [
      .optional(
        "level", .term(ContinuedBusiness.levels.map(\.term)),
        "the level seen; without one, say a single delivery, it moves nothing")
    ]

  static let resumption = actor + [disclosed]

  static let exit =
    actor + [
      .required("mode", .term(of: Exit.Mode.self), "how it left"),
      disclosed,
    ]

  private static let lines = Field.optional(
    "lines", .list(.line, atLeast: 0), "the lines of goods or services, if not the whole business")

  private static let disclosed = Field.required(
    "disclosed", .boolean, "whether the company itself made it known")
}
