/// The own fields of registrations.
enum RegistrationFields {
  static let company: [Field] =
    [.required("company", .slug(of: "company"), "the slug by which events name it")]
    + names + [.required("country", .market, "where it is based")] + rest
    + [.optional("parent", .slug(of: "company"), "the company that owns it")]

  static let body: [Field] =
    [.required("body", .slug(of: "body"), "the slug by which events name it")]
    + names + [.required("jurisdiction", .market, "whose body it is")] + rest
    + [.optional("parent", .slug(of: "body"), "the body that it belongs to")]

  static let identifiers = Part(
    "identifiers", "what a company or body is known by elsewhere",
    fields: [
      .optional(
        "lei", .pattern("^[0-9A-Z]{18}[0-9]{2}$", named: "LEI"), "Legal Entity Identifier"),
      .optional("wikidata", .pattern("^Q[1-9][0-9]*$", named: "Wikidata item"), "Wikidata item"),
      .optional("tickers", .list(.line, atLeast: 0), "stock exchange tickers"),
    ])

  private static let names: [Field] = [
    .required("name", .line, "what it is called"),
    .optional("names", .translations, "its name in other languages"),
    .optional("aliases", .list(.line, atLeast: 0), "what else it is called"),
  ]

  private static let rest: [Field] = [
    .optional("sector", .line, "its sector, compared exactly with `addressees.sectors`"),
    .optional("identifiers", .part(identifiers), "what it is known by elsewhere"),
  ]
}
