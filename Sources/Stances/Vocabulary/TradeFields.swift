/// The own fields of published figures.
enum TradeFields {
  static let statistic: [Field] = [
    .optional("body", .slug(of: "body"), "the registered body that published it; or `publisher`"),
    .optional("publisher", .line, "who published it, where that is no registered body"),
    .required("reporter", .market, "the country whose figure it is"),
    .required("partner", .market, "the country that it is about"),
    .required("product", .part(product), "what was counted"),
    .required("period", .date, "the period counted"),
    .optional("value", .decimal, "the figure"),
    .optional("unit", .line, "the figure's unit"),
    .optional("change", .part(change), "the change against another period"),
    .optional(
      "companies", .list(.slug(of: "company"), atLeast: 0), "the companies that it is about"),
  ]

  static let rules: [FieldRule] = [
    .exactlyOne(["body", "publisher"]),
    .atLeastOne(["value", "change"]),
  ]

  static let product = Part(
    "product", "what was counted",
    fields: [
      .required("name", .line, "what it is called"),
      .optional("hs", .pattern("^[0-9]{2,10}$", named: "HS code"), "its HS code"),
    ])

  static let change = Part(
    "change", "a change against another period",
    fields: [
      .required("percent", .decimal, "the change in per cent, negative for a fall"),
      .optional("qualifier", .line, "how exactly it was given: \"more than\""),
      .optional("against", .date, "the period it is measured against"),
    ])
}
