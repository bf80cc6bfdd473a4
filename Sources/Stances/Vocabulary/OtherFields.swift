/// The own fields of published figures.
enum TradeFields {
  static let statistic: [Field] = [
    .optional("body", .slug(of: "body"), "the registered body that published it; or `publisher`"),
    .optional("publisher", .line, "who published it, where that is no registered body"),
    .required("reporter", .market, "the country whose figure it is"),
    .required("partner", .market, "the country that it is about"),
    .required(
      "product",
      .object(productFields), "what was counted"),
    .required("period", .date, "the period counted"),
    .optional("value", .decimal, "the figure; a figure or a change must be given"),
    .optional("unit", .line, "the figure's unit"),
    .optional(
      "change",
      .object(changeFields), "the change against another period"),
    .optional(
      "companies", .list(.slug(of: "company"), atLeast: 0), "the companies that it is about"),
  ]

  static let productFields: [Field] = [
    .required("name", .line, "what was counted"),
    .optional("hs", .pattern("^[0-9]{2,10}$", named: "HS code"), "its HS code"),
  ]

  static let changeFields: [Field] = [
    .required("percent", .decimal, "the change in per cent, negative for a fall"),
    .optional("qualifier", .line, "how exactly it was given: \"more than\""),
    .optional("against", .date, "the period it is measured against"),
  ]
}

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

  private static let names: [Field] = [
    .required("name", .line, "what it is called"),
    .optional("names", .translations, "its name in other languages"),
    .optional("aliases", .list(.line, atLeast: 0), "what else it is called"),
  ]

  private static let rest: [Field] = [
    .optional("sector", .line, "its sector, compared exactly with `addressees.sectors`"),
    .optional(
      "identifiers",
      .object(identifierFields), "what it is known by elsewhere"),
  ]

  static let identifierFields: [Field] = [
    .optional(
      "lei", .pattern("^[0-9A-Z]{18}[0-9]{2}$", named: "LEI"), "Legal Entity Identifier"),
    .optional("wikidata", .pattern("^Q[1-9][0-9]*$", named: "Wikidata item"), "Wikidata item"),
    .optional("tickers", .list(.line, atLeast: 0), "stock exchange tickers"),
  ]
}

/// The own fields of corrections and retractions.
enum AmendmentFields {
  static let correction: [Field] = [
    .required("corrects", .slug(of: "event"), "the event whose content is replaced"),
    .required("replacement", .event, "what it should have said: a whole event with the same id"),
    .required("reason", .paragraph, "why"),
  ]

  static let retraction: [Field] = [
    .required("retracts", .slug(of: "event"), "the event that is withdrawn"),
    .required("reason", .paragraph, "why"),
  ]
}

/// The fields of one item of evidence.
package enum EvidenceFields {
  /// All of them, in reading order.
  package static let all: [Field] = [
    .required("publisher", .line, "who published it"),
    .optional("title", .text(limit: 1000), "the page's or document's own title"),
    .optional("url", .address, "where it was seen"),
    .optional("archived", .address, "where a copy is kept"),
    .optional("published", .date, "when it was published"),
    .optional(
      "language", .pattern("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", named: "BCP 47 language tag"),
      "its language"),
    .optional("quote", .text(limit: 1000), "a short verbatim quotation"),
    .optional(
      "sha256", .pattern("^[0-9a-f]{64}$", named: "SHA-256 in lower-case hexadecimal"),
      "the digest of a captured copy"),
    .optional(
      "grade", .pattern("^[A-F][1-6]$", named: "Admiralty grade"),
      "reliability A–F and credibility 1–6; left out, F6"),
  ]
}
