/// The fields of evidence.
enum EvidenceFields {
  static let source = Part(
    "source", "who published what, when, and how far it can be relied on",
    fields: [
      .required("publisher", .line, "who published it"),
      .optional("title", .text(limit: TextLimit.quotation), "the page's or document's own title"),
      .optional("url", .address, "where it was seen"),
      .optional("archived", .address, "where a copy is kept"),
      .optional("published", .date, "when it was published"),
      .optional(
        "language", .pattern(languageTag, named: "language tag (BCP 47)"), "its language"),
      .optional("quote", .text(limit: TextLimit.quotation), "a short verbatim quotation"),
      .optional(
        "sha256", .pattern("^[0-9a-f]{64}$", named: "SHA-256 in lower-case hexadecimal"),
        "the digest of a captured copy"),
      .optional(
        "grade", .pattern("^[A-F][1-6]$", named: "Admiralty grade"),
        "how far source and claim can be relied on; left out, F6"),
    ])

  /// The shape of a language tag: subtags of letters and digits.
  static let languageTag = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"
}
