extension CompanyRegistration {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    company = try reader.slug("company")
    identity = try Identity(&reader)
    country = try reader.market("country")
    parent = try reader.optionalSlug("parent")
  }
}

extension BodyRegistration {
  init(_ reader: inout FieldReader) throws(EventRefusal) {
    body = try reader.slug("body")
    identity = try Identity(&reader)
    jurisdiction = try reader.market("jurisdiction")
    parent = try reader.optionalSlug("parent")
  }
}

extension Identity {
  fileprivate init(_ reader: inout FieldReader) throws(EventRefusal) {
    name = try reader.text("name")
    names = try reader.translations()
    aliases = try reader.texts("aliases")
    sector = try reader.optionalText("sector")
    guard let member = reader.optional("identifiers") else {
      lei = nil
      wikidata = nil
      tickers = []
      return
    }
    var identifiers = try FieldReader(
      member, path: "\(reader.path)identifiers.", owner: "identifiers",
      fields: RegistrationFields.identifierFields)
    lei = try identifiers.optionalText(
      "lei", "LEI (20 characters with a right checksum)", where: isLegalEntityIdentifier)
    wikidata = try identifiers.optionalText(
      "wikidata", "Wikidata item, such as Q160120", where: isWikidataItem)
    tickers = try identifiers.texts("tickers")
    try identifiers.finish()
  }
}

extension FieldReader {
  /// The name in other languages: an object from language tag to text.
  fileprivate mutating func translations() throws(EventRefusal) -> [Identity.Translation] {
    guard let member = optional("names") else { return [] }
    guard member.kind == .object else {
      throw refusal(
        "names", member, .wrongShape(expected: "an object from language to name: {\"zh\": \"…\"}"))
    }
    var found: [Identity.Translation] = []
    for translation in member.members {
      let language = translation.name
      guard isLanguageTag(language) else {
        throw refusal(
          "names", translation.key, .badShape(found: language, expected: "language tag (BCP 47)"))
      }
      let name = try text(in: translation.value, "names", limit: 300)
      found.append(.init(language: language, name: name))
    }
    return found
  }
}
