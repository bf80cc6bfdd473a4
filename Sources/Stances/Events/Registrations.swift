/// What a company or body is called and known by elsewhere.
package struct Identity: Hashable, Sendable {
  /// The name for readers.
  package let name: String
  /// The name in other languages, by BCP 47 tag.
  package let names: [Translation]
  /// Other names in use.
  package let aliases: [String]
  /// The line of business, in free text that addressees are compared with.
  package let sector: String?
  /// The Legal Entity Identifier, ISO 17442, 20 characters.
  package let lei: String?
  /// The Wikidata item, `Q` and digits.
  package let wikidata: String?
  /// The symbols under which its shares trade.
  package let tickers: [String]

  /// A name in one language.
  package struct Translation: Hashable, Sendable {
    /// The language, as a BCP 47 tag.
    package let language: String
    /// The name in that language.
    package let name: String
  }
}

/// Who a company is; the latest registration wins.
package struct CompanyRegistration: Hashable, Sendable {
  /// The slug by which events name the company.
  package let company: CompanyID
  /// What it is called and known by.
  package let identity: Identity
  /// Where it is at home.
  package let country: Market
  /// The company that owns it.
  package let parent: CompanyID?
}

/// Who a government or other body is; the latest registration wins.
package struct BodyRegistration: Hashable, Sendable {
  /// The slug by which events name the body.
  package let body: BodyID
  /// What it is called and known by.
  package let identity: Identity
  /// The country or market that it speaks for.
  package let jurisdiction: Market
  /// The body of which it is a part.
  package let parent: BodyID?
}
