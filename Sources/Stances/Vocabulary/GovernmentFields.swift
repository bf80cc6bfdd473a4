/// The own fields of what governments and others do to move companies.
enum GovernmentFields {
  static let statement: [Field] = [
    body, markets,
    .optional("speaker", .line, "who spoke for it"),
    .required("act", .term(of: GovernmentStatement.Act.self), "what kind of thing is said"),
    push, optionalAddressees,
    .optional("measure", .slug(of: "measure"), "the measure that it is about, known to the log"),
  ]

  static let measure: [Field] = [
    body, markets,
    .required("measure", .slug(of: "measure"), "the key that all steps of one act share"),
    .required("title", .line, "what the step is called"),
    .required("instrument", .term(of: GovernmentMeasure.Instrument.self), "the legal form"),
    .required("phase", .term(of: GovernmentMeasure.Phase.self), "the step that the act takes"),
    .optional("effective", .date, "the day from which the step counts, if not `occurred`"),
    .optional("until", .date, "the last day: of the act, of its suspension, or the new end"),
    push, optionalAddressees,
    .optional("power", .boolean, "whether the act enables others, issued `under` it"),
    .optional("under", .slug(of: "measure"), "the power under which the act was issued"),
  ]

  static let pressure: [Field] = [
    markets,
    .required("by", .part(by), "who presses"),
    .required("addressees", .part(addressees), "whom it addresses"),
    push,
  ]

  private static let body = Field.required(
    "body", .slug(of: "body"), "the body, registered earlier in the log")
  private static let markets = Field.required(
    "markets", .list(.market, atLeast: 1), "the markets that it is about")
  private static let push = Field.required(
    "push", .term(of: Push.self), "what it moves companies to do")
  private static let optionalAddressees = Field.optional(
    "addressees", .part(addressees), "whom it addresses; left out, nobody in particular")

  static let by = Part(
    "by", "who presses",
    fields: [
      .required("role", .term(of: Pressure.Role.self), "who presses, seen from the companies"),
      .optional("names", .list(.line, atLeast: 0), "the names of those who press"),
    ])

  static let addressees = Part(
    "addressees", "whom it addresses",
    fields: [
      .optional("all", .yes, "every company in the market"),
      .optional("companies", .list(.slug(of: "company"), atLeast: 1), "companies by name"),
      .optional("sectors", .list(.line, atLeast: 1), "companies of these sectors"),
      .optional("countries", .list(.market, atLeast: 1), "companies of these countries"),
    ],
    rules: [.atLeastOne(["all", "companies", "sectors", "countries"])])
}
