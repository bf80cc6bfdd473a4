extension Evidence {
  init(_ value: FieldValue) throws(EventError) {
    var reader = try FieldReader(value, as: EvidenceFields.source)
    publisher = try reader.required("publisher").text()
    title = try reader.optional("title")?.text(limit: TextLimit.quotation)
    url = try reader.optional("url")?.address()
    archived = try reader.optional("archived")?.address()
    published = try reader.optional("published")?.date()
    language = try reader.optional("language")?.text(languageTagShape, where: isLanguageTag)
    quote = try reader.optional("quote")?.text(limit: TextLimit.quotation)
    sha256 = try reader.optional("sha256")?.text(
      "SHA-256: 64 digits in lower-case hexadecimal", where: isSHA256)
    grade = try reader.optional("grade")?.grade() ?? .notJudged
    try reader.finish()
  }
}

extension FieldValue {
  fileprivate func grade() throws(EventError) -> AdmiraltyGrade {
    let code = try text()
    guard let grade = AdmiraltyGrade(code: code) else {
      throw refusal(
        .badShape(
          found: code,
          expected: "Admiralty grade: a letter A to F and a digit 1 to 6, such as B2"))
    }
    return grade
  }
}
