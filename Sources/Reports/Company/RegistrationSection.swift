import Stances

/// Who a company is.
enum RegistrationSection {
  static func blocks(of registration: CompanyRegistration) -> [Document.Block] {
    let identity = registration.identity
    let names = identity.names.map { "\($0.name) (\($0.language))" }
    let facts: [Document.Fact?] = [
      .init("Name in the log", RichText(registration.company.text)),
      .init("Country", optional: registration.country?.englishName),
      .init("Sector", optional: identity.sector),
      .init("Parent company", optional: registration.parent?.text),
      .init("One company with", optional: registration.mergedInto?.text),
      .init("Other languages", optional: names.joined(separator: ", ")),
      .init("Also known as", optional: identity.aliases.joined(separator: ", ")),
      .init("LEI", optional: identity.lei),
      .init("Wikidata", optional: identity.wikidata),
      .init("Tickers", optional: identity.tickers.joined(separator: ", ")),
    ]
    return [.facts(facts.compactMap(\.self))]
  }
}
