package import EventLog
package import Stances

/// Finds companies by slug, by any of their names in any script, and by ticker, as one query of the
/// log knows them.
///
/// Later appends change nothing in it for an older log clock. A name that a correction put right is
/// found as it is now, and not as it was written by mistake.
package struct CompanyDirectory {
  private let slugs: Set<String>
  private var meanings: [String: Set<String>] = [:]

  /// Reads every registration within the log clock as amended in the query, also those that later
  /// ones replaced: people remember old names.
  package init(_ log: LogReader, _ clocks: Clocks) throws {
    slugs = Set(try log.companySlugs(at: clocks.at))
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    for event in try log.registrations(at: clocks.at, amended: acting) {
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

  /// The company that a user means.
  package func company(_ text: String) throws(QueryError) -> CompanyID {
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
