/// What a company or body is called and known by elsewhere.
package struct Identity: Hashable, Sendable {
  package let name: String
  /// The name in other languages, by BCP 47 tag.
  package let names: [Translation]
  package let aliases: [String]
  package let sector: String?
  /// The Legal Entity Identifier, ISO 17442, 20 characters.
  package let lei: String?
  /// The Wikidata item, `Q` and digits.
  package let wikidata: String?
  package let tickers: [String]

  /// A name in one language.
  package struct Translation: Hashable, Sendable {
    package let language: String
    package let name: String
  }
}

/// Who a company is; the latest registration wins.
package struct CompanyRegistration: Hashable, Sendable {
  package let company: CompanyID
  package let identity: Identity
  package let country: Market
  package let parent: CompanyID?
}

/// Who a government or other body is; the latest registration wins.
package struct BodyRegistration: Hashable, Sendable {
  package let body: BodyID
  package let identity: Identity
  package let jurisdiction: Market
  package let parent: BodyID?
}
