import EventLog
package import Stances

/// Finds companies by slug, by any of their names in any script, and by ticker, as one query of the
/// log knows them.
///
/// Later appends change nothing for an older log clock. A name that a correction put right is
/// found under its current name, and not under a mistaken one.
struct CompanyDirectory {
  private let slugs: Set<String>
  private var meanings: [String: Set<String>] = [:]

  /// The companies of some slugs, by every registration of theirs that counts, even by those that
  /// later ones replaced: people remember old names.
  init(slugs: Set<String>, registrations: [Event]) {
    self.slugs = slugs
    for event in registrations {
      if case .companyRegistered(let company) = event.content { add(company) }
    }
  }

  private mutating func add(_ registration: CompanyRegistration) {
    let slug = registration.company.text
    let identity = registration.identity
    for name in [identity.name] + identity.names.map(\.name) + identity.aliases + identity.tickers {
      meanings[name.lowercased(), default: []].insert(slug)
    }
  }

  /// Whether a text is a name of some company.
  func knows(_ text: String) -> Bool { meanings[text.lowercased()] != nil }

  /// The company that a user means.
  func company(_ text: String) throws(QueryError) -> CompanyID {
    if slugs.contains(text), let company = CompanyID(text) { return company }
    let found = meanings[text.lowercased()] ?? []
    guard let slug = found.first, let company = CompanyID(slug) else {
      throw .unknownCompany(text, nearest: nearest(to: text))
    }
    guard found.count == 1 else {
      throw .ambiguousCompany(text, meanings: found.sorted())
    }
    return company
  }

  /// Slugs whose own spelling or one of whose names is near, or begins as the text does.
  private func nearest(to text: String) -> [String] {
    let near = nearestNames(to: text, among: Array(slugs) + Array(meanings.keys))
    let begun = meanings.keys.filter { $0.hasPrefix(text.lowercased()) }.sorted()
    var found: [String] = []
    for name in near + begun {
      for slug in slugs.contains(name) ? [name] : (meanings[name] ?? []).sorted()
      where !found.contains(slug) {
        found.append(slug)
      }
    }
    return Array(found.prefix(3))
  }
}

extension LogView {
  /// The company that a person means by a slug or any of its names.
  ///
  /// - Throws: ``QueryError`` with the nearest names.
  package func company(_ name: String) throws -> CompanyID {
    let company = try meaning(of: name)
    return try narrowed(to: [company]).merged().end(of: company)
  }

  /// The companies that a person means, in the order given; nil for none, which means all.
  package func companies(_ names: [String]) throws -> [CompanyID]? {
    guard !names.isEmpty else { return nil }
    let companies = try names.map(meaning)
    let merged = try narrowed(to: companies).merged()
    return try companies.map(merged.end)
  }

  /// The company that has a slug or a name; all registrations are read only if none has.
  private func meaning(of name: String) throws -> CompanyID {
    if let company = CompanyID(name),
      try slugs(in: facts.companies([company])).contains(name)
    {
      return company
    }
    let few = CompanyDirectory(
      slugs: [], registrations: try facts.registrations(perhapsNaming: name, on: clocks))
    if few.knows(name) { return try few.company(name) }
    return try CompanyDirectory(
      slugs: slugs(in: facts.companies(nil)), registrations: facts.registrations(on: clocks)
    ).company(name)
  }

  /// The slugs of the companies that were registered by the log clock.
  ///
  /// A withdrawn registration leaves its slug: what is recorded about the company continues under it.
  private func slugs(in registered: RegisteredCompanies) -> Set<String> {
    Set(
      registered.companies.values.filter { $0.titles.contains { $0.source <= clocks.at } }
        .map(\.id.text))
  }
}
