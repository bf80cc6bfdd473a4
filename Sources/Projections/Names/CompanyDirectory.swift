package import EventLog
package import Stances

/// Finds companies by slug, by any of their names in any script, and by ticker.
package struct CompanyDirectory {
  private var slugs: Set<String> = []
  private var meanings: [String: Set<String>] = [:]

  /// Reads every registration, also those that later ones replaced: people remember old names.
  package init(_ log: LogReader) throws {
    var filter = EventFilter()
    filter.types = [EventType.companyRegistered.rawValue]
    try log.forEachEvent(filter) { recorded in
      if case .companyRegistered(let company)? = recorded.event?.content { add(company) }
      return true
    }
  }

  private mutating func add(_ registration: CompanyRegistration) {
    let slug = registration.company.text
    let identity = registration.identity
    slugs.insert(slug)
    for name in [identity.name] + identity.names.map(\.name) + identity.aliases + identity.tickers {
      meanings[name.lowercased(), default: []].insert(slug)
    }
  }

  /// The company that a user means.
  package func company(_ text: String) throws(QueryRefusal) -> CompanyID {
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
