import JSON

/// The schemas of texts with a fixed shape that many fields share.
enum SchemaTexts {
  static let definitions: [(name: String, value: JSONValue)] = [
    (
      "slug",
      text(
        "A stable lower-case name; a UUIDv7 in lower case is one too.",
        pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", limit: 128)
    ),
    (
      "date",
      text(
        "A date in EDTF (ISO 8601-2), as exact as its source: 2022-05-06, 2022-03~, 2022-33, "
          + "2022-03-08/.., [2022-03,2022-05].",
        pattern: "^(\(date)|\(interval)|\\[\(set)\\]|\\{\(set)\\}|\(moment))$",
        limit: TextLimit.line)
    ),
    (
      "address",
      text(
        "A web address that begins with http:// or https://.",
        pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#:\(unwise)][^\\s\(unwise)]*$",
        limit: TextLimit.paragraph)
    ),
    (
      "decimal",
      text(
        "A decimal number as its source gave it.", pattern: "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$",
        limit: 40)
    ),
    (
      "market",
      [
        "description":
          .string(
            "A country by its code of ISO 3166-1 alpha-2, a region of Ukraine by its code of "
              + "ISO 3166-2, or EU, XK (Kosovo) or INT (international)."),
        "enum": .array(Market.allCases.map { .string($0.code) }),
      ]
    ),
  ]

  /// A year, month, day or part of a year, with unspecified digits and qualifiers.
  private static let date =
    "\(mark)-?[0-9]{2}[0-9X]{2}\(mark)(-\(mark)\(month)\(mark)(-\(mark)\(day)\(mark))?)?"
  private static let mark = "[?~%]?"
  private static let month = "(0[1-9]|1[0-2]|3[3-9]|4[01]|XX)"
  private static let day = "(0[1-9]|[12][0-9]|3[01]|XX)"
  private static let interval = "\(date)/(\(date)|\\.\\.)?|(\\.\\.)?/\(date)"
  private static let set = "(\\.\\.)?\(date)((,|\\.\\.)\(date))*(\\.\\.)?"
  private static let moment = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.Z+-]+"
  /// Characters that no address has, for use inside a character class.
  private static let unwise = "\"<>\\\\^`{|}"

  private static func text(_ description: String, pattern: String, limit: Int) -> JSONValue {
    [
      "description": .string(description), "type": "string", "pattern": .string(pattern),
      "maxLength": .integer(Int64(limit)),
    ]
  }
}
