/// One source behind an event: who published what, when, and how far it can be relied on.
package struct Evidence: Hashable, Sendable {
  /// Who published it, as a reader would cite it.
  package let publisher: String
  /// The agency or paper that the report rests on, if it is not the publisher's own.
  package let origin: String?
  /// The page's or document's own title.
  package let title: String?
  /// Where it was seen; `http` or `https`.
  package let url: String?
  /// Where a copy is kept; `http` or `https`.
  package let archived: String?
  /// When it was published.
  package let published: FuzzyDate?
  /// Its language as a BCP 47 tag.
  package let language: String?
  /// A short verbatim quotation.
  package let quote: String?
  /// The SHA-256 of a captured copy, 64 lower-case hexadecimal digits.
  package let sha256: String?
  /// How far source and claim can be relied on; F6 if no one judged them.
  package let grade: AdmiraltyGrade
}

extension [Evidence] {
  /// The grade of the best item: the one that decides what the event's claim can displace.
  package var bestGrade: AdmiraltyGrade {
    reduce(nil) { best, item in
      guard let best, best.rank <= item.grade.rank else { return item.grade }
      return best
    } ?? AdmiraltyGrade.notJudged
  }
}

extension Evidence: EventPart {
  static let name = "source"
  static let words = "who published what, when, and how far it can be relied on"

  struct Fields: Sendable {
    let publisher = Field.required("publisher", .line, "who published it")
    let origin = Field.optional(
      "origin", .line, since: 2,
      "the agency or paper that the report rests on, if not the publisher's own: \"Reuters\"")
    let title = Field.optional(
      "title", .text(limit: TextLimit.quotation), "the page's or document's own title")
    let url = Field.optional("url", .address, "where it was seen")
    let archived = Field.optional("archived", .address, "where a copy is kept")
    let published = Field.optional("published", .date, "when it was published")
    let language = Field.optional(
      "language",
      .pattern(
        languageTagPattern, named: "language tag (BCP 47)", expected: languageTagShape,
        where: isLanguageTag),
      "its language")
    let quote = Field.optional(
      "quote", .text(limit: TextLimit.quotation), "a short verbatim quotation")
    let sha256 = Field.optional("sha256", .sha256, "the digest of a captured copy")
    let grade = Field.optional(
      "grade", .grade, default: .notJudged,
      "how far source and claim can be relied on; default: `F6`")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    publisher = try reader.read(Self.fields.publisher)
    origin = try reader.read(Self.fields.origin)
    title = try reader.read(Self.fields.title)
    url = try reader.read(Self.fields.url)
    archived = try reader.read(Self.fields.archived)
    published = try reader.read(Self.fields.published)
    language = try reader.read(Self.fields.language)
    quote = try reader.read(Self.fields.quote)
    sha256 = try reader.read(Self.fields.sha256)
    grade = try reader.read(Self.fields.grade)
  }
}

extension FieldType where Value == String {
  /// The SHA-256 of a file.
  static var sha256: Self {
    pattern(
      "^[0-9a-f]{64}$", named: "SHA-256 in lower-case hexadecimal",
      expected: "SHA-256: 64 digits in lower-case hexadecimal", where: isSHA256)
  }
}

extension FieldType where Value == AdmiraltyGrade {
  fileprivate static var grade: Self {
    Self(shape: .pattern("^[A-F][1-6]$", named: "Admiralty grade")) {
      (value) throws(EventError) in
      let code = try value.text()
      guard let grade = AdmiraltyGrade(code: code) else {
        throw value.refusal(
          .badShape(
            found: code,
            expected: "Admiralty grade: a letter A to F and a digit 1 to 6, such as B2"))
      }
      return grade
    }
  }
}
