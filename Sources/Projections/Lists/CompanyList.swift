import EventLog
package import Stances

/// One company of a log: who it is, how it reads in each market, and how much is recorded of it.
package struct ListedCompany: Sendable {
  /// The company.
  package let company: CompanyID
  /// Its name for readers; its slug if no registration counts.
  package let name: String
  /// Where it is based.
  package let country: Market?
  /// Its line of business.
  package let sector: String?
  /// The company that it is part of on the day of the query.
  package let partOf: CompanyID?
  /// How it reads in each market, by market.
  package let markets: [Standing]
  /// The events that concern it.
  package let tally: EventTally

  /// How a company reads in a market.
  package struct Standing: Hashable, Sendable {
    /// The market.
    package let market: Market
    /// How word and deed compare.
    package let reading: Reading
  }
}

/// What narrows a list of companies, with how many there are of each value.
package struct CompanyFacets: Sendable {
  /// Countries, with how many companies that the rest of the choice lets through are based there.
  package let countries: [(value: Market, count: Int)]
  /// Sectors.
  package let sectors: [(value: String, count: Int)]
  /// Markets.
  package let markets: [(value: Market, count: Int)]
}

extension LogView {
  /// Every company that the query knows of and its choice of countries, sectors and markets lets
  /// through.
  ///
  /// - Parameters:
  ///   - order: what comes first.
  ///   - after: the company after which the part begins; nil for the start.
  ///   - limit: at most so many.
  /// - Returns: the part of the list, and what narrows the whole list.
  /// - Throws: ``EventLogError``.
  package func companyList(
    by order: ListOrder, after: CompanyID?, atMost limit: Int
  ) throws -> (part: NamePart<ListedCompany>, facets: CompanyFacets) {
    let all = try listedCompanies().sorted {
      order.precedes(
        ($0.tally, $0.name, $0.company.text), ($1.tally, $1.name, $1.company.text))
    }
    let shown = all.filter { choice.admits($0) }
    return (
      NamePart(of: shown, after: after?.text, atMost: limit) { $0.company.text },
      CompanyFacets(of: all, choice)
    )
  }

  private func listedCompanies() throws -> [ListedCompany] {
    let tallies = try tallies(of: \.concernedCompanies)
    var standings: [CompanyID: [ListedCompany.Standing]] = [:]
    let names = try companyNames()
    try forAllFindings { found in
      standings[try names.id(found.subject.company), default: []].append(
        .init(market: found.subject.market, reading: try found.finding.reading))
    }
    let registrations = try registrations()
    let companies = Set(tallies.keys).union(standings.keys).union(registrations.allCompanies)
    return companies.map { company in
      let registration = registrations.registration(of: company)
      let end = registrations.end(of: company)
      return ListedCompany(
        company: company, name: registration?.identity.name ?? company.text,
        country: registration?.country, sector: registration?.identity.sector,
        partOf: end == company ? nil : end,
        markets: (standings[company] ?? []).sorted { $0.market < $1.market }
          .filter { choice.markets.isEmpty || choice.markets.contains($0.market) },
        tally: tallies[company] ?? EventTally())
    }
  }
}

extension PostureChoice {
  fileprivate func admits(_ company: ListedCompany) -> Bool {
    (countries.isEmpty || company.country.map(countries.contains) ?? false)
      && (sectors.isEmpty || sectors.contains { $0.lowercased() == company.sector?.lowercased() })
      && (markets.isEmpty || !company.markets.isEmpty)
  }
}

extension CompanyFacets {
  fileprivate init(of all: [ListedCompany], _ choice: PostureChoice) {
    func counts<Value: Hashable & Comparable>(
      without left: (inout PostureChoice) -> Void, _ values: (ListedCompany) -> [Value]
    ) -> [(value: Value, count: Int)] {
      var others = choice
      left(&others)
      return all.filter(others.admits)
        .reduce(into: [:]) { counts, company in
          for value in values(company) { counts[value, default: 0] += 1 }
        }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
    countries = counts {
      $0.countries = []
    } _: {
      [$0.country].compactMap(\.self)
    }
    sectors = counts {
      $0.sectors = []
    } _: {
      [$0.sector].compactMap(\.self)
    }
    markets = counts {
      $0.markets = []
    } _: {
      $0.markets.map(\.market)
    }
  }
}
