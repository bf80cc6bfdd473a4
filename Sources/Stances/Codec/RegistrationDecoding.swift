extension CompanyRegistration {
  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.required("company").slug()
    identity = try Identity(&reader)
    country = try reader.required("country").market()
    parent = try reader.optional("parent")?.slug()
  }
}

extension BodyRegistration {
  init(_ reader: inout FieldReader) throws(EventError) {
    body = try reader.required("body").slug()
    identity = try Identity(&reader)
    jurisdiction = try reader.required("jurisdiction").market()
    parent = try reader.optional("parent")?.slug()
  }
}

extension LogKey {
  init(_ reader: inout FieldReader) throws(EventError) {
    origin = try reader.required("origin").text("log name without spaces and '+'", where: isKeyName)
    vkey = try reader.required("vkey").publicKey()
    replaces = try reader.optional("replaces")?.publicKey()
  }
}

extension Identity {
  fileprivate init(_ reader: inout FieldReader) throws(EventError) {
    name = try reader.required("name").text()
    names = try reader.optional("names")?.translations() ?? []
    aliases = try reader.optional("aliases")?.texts() ?? []
    sector = try reader.optional("sector")?.text()
    guard let member = reader.optional("identifiers") else {
      lei = nil
      wikidata = nil
      tickers = []
      return
    }
    var identifiers = try FieldReader(member, as: RegistrationFields.identifiers)
    lei = try identifiers.optional("lei")?.text(
      "LEI: 20 capital letters and digits of which the last two check the others",
      where: isLegalEntityIdentifier)
    wikidata = try identifiers.optional("wikidata")?.text(
      "Wikidata item: Q and a number, such as Q160120", where: isWikidataItem)
    tickers = try identifiers.optional("tickers")?.texts() ?? []
    try identifiers.finish()
  }
}

extension FieldValue {
  fileprivate func publicKey() throws(EventError) -> String {
    try text("public key: name+id+base64", where: isPublicKey)
  }

  /// The names in other languages: an object from language tag to text.
  fileprivate func translations() throws(EventError) -> [Identity.Translation] {
    guard node.kind == .object else {
      throw refusal(.wrongShape(expected: "an object from language to name: {\"zh\": \"…\"}"))
    }
    var found: [Identity.Translation] = []
    for member in node.members {
      guard isLanguageTag(member.name) else {
        throw EventError(
          position: member.key.position, path: path,
          reason: .badShape(found: member.name, expected: languageTagShape))
      }
      found.append(.init(language: member.name, name: try FieldValue(member.value).text()))
    }
    return found
  }
}
