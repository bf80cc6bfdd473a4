import EventLog
package import Stances

/// What someone else's table says of a company.
package struct ReconciliationQuery: Hashable, Sendable {
  /// Its name; empty if only identifiers are given.
  package var name: String
  /// Its Legal Entity Identifier.
  package var lei: String?
  /// Its Wikidata item.
  package var wikidata: String?
  /// Where it is based.
  package var country: Market?
  /// At most so many candidates are wanted.
  package var limit: Int

  /// What a row says.
  package init(
    name: String, lei: String? = nil, wikidata: String? = nil, country: Market? = nil,
    limit: Int
  ) {
    (self.name, self.lei, self.wikidata) = (name, lei, wikidata)
    (self.country, self.limit) = (country, limit)
  }
}

/// A company that a row of someone else's table may mean.
package struct ReconciledCompany: Hashable, Sendable {
  /// The company.
  package let company: CompanyID
  /// Its name as registered last.
  package let name: String
  /// Where it is based.
  package let country: Market?
  /// Its line of business.
  package let sector: String?
  /// How good the candidate is, from 0 to 100; 100 is an identifier, or a whole name.
  package let score: Int
  /// Whether it is certain: its identifier, or a name that is whole and that no other company has.
  package let isMatch: Bool
}

extension LogView {
  /// The companies that a row may mean, best first.
  ///
  /// Only what is certain is a match: an identifier that is equal, or a whole name, as the eye takes
  /// it, that exactly one company has and that the row's country does not speak against. Anything
  /// fuzzier is a candidate for a person to look at.
  ///
  /// - Throws: ``EventLogError``.
  package func candidates(for query: ReconciliationQuery) throws -> [ReconciledCompany] {
    let registrations = try registrations()
    var scores: [CompanyID: Int] = [:]
    let identified = Set(
      registrations.allCompanies.filter { company in
        guard let identity = registrations.registration(of: company)?.identity else { return false }
        return query.lei.map { $0 == identity.lei } ?? false
          || query.wikidata.map { $0 == identity.wikidata } ?? false
      }.map(registrations.end))
    for company in identified { scores[company] = 100 }
    var named: Set<CompanyID> = []
    for match in try query.name.isEmpty ? [] : matches(of: query.name) {
      guard case .company(let found) = match.entity else { continue }
      let company = registrations.end(of: found)
      if match.nearness == .same { named.insert(company) }
      scores[company] = max(scores[company] ?? 0, match.nearness.score)
    }
    // An identifier says more than a name.
    let certain = identified.isEmpty ? named : identified
    let found = scores.map { company, score in
      let registration = registrations.registration(of: company)
      let isElsewhere =
        query.country.flatMap { asked in registration?.country.map { $0 != asked } } ?? false
      return ReconciledCompany(
        company: company, name: registration?.identity.name ?? company.text,
        country: registration?.country, sector: registration?.identity.sector,
        score: isElsewhere && !identified.contains(company) ? score / 2 : score,
        isMatch: certain == [company] && (identified.contains(company) || !isElsewhere))
    }
    return Array(
      found.sorted { ($1.score, $0.company) < ($0.score, $1.company) }.prefix(query.limit))
  }
}

extension NameMatch.Nearness {
  /// How good a name that is so near is, from 0 to 100.
  fileprivate var score: Int {
    switch self {
    case .same: 100
    case .begins: 75
    case .contains: 50
    case .alike: 25
    }
  }
}
