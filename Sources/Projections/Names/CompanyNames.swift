import EventLog
import Stances

/// The companies of the log by the keys that moves carry, with their names in one query.
struct CompanyNames {
  private let companies: [CompanyKey: RegisteredCompany]
  private let clocks: Clocks
  private let acting: ActingAmendments

  /// The names that were registered up to a position, as amended; by the query's other clocks, too.
  init(_ companies: [CompanyKey: RegisteredCompany], on clocks: Clocks, acting: ActingAmendments) {
    self.companies = companies
    self.clocks = clocks
    self.acting = acting
  }

  /// The names of the same registrations in another query.
  func moved(to clocks: Clocks, acting: ActingAmendments) -> CompanyNames {
    CompanyNames(companies, on: clocks, acting: acting)
  }

  /// The days on which a registration begins to be known.
  var publicationDays: [Day] {
    guard clocks.rules.datesRegistrations else { return [] }
    return companies.values.flatMap(\.titles).compactMap { title in
      title.published.map { clocks.reach.day(reaching: $0) }
    }
  }

  /// The slug of a company.
  func id(_ key: CompanyKey) throws -> CompanyID {
    try company(key).id
  }

  /// A company and market with the slug of the company.
  func subject(_ subject: MoveSubject) throws -> CompanyMarket {
    CompanyMarket(try id(subject.company), subject.market)
  }

  /// The name of a company; its slug if no registration of it counts.
  func name(_ key: CompanyKey) throws -> String {
    let company = try company(key)
    return title(of: company)?.name ?? company.id.text
  }

  /// The company that a company belongs to; nil if to none.
  func parent(of key: CompanyKey) throws -> CompanyID? {
    try title(of: company(key))?.parent.flatMap { companies[$0]?.id }
  }

  /// The companies that are now part of another one, each with the one that it ends in.
  func merged() -> [CompanyKey: CompanyKey] {
    guard clocks.rules.datesRegistrations else { return [:] }
    // Few ever merge: the title that counts is looked for among the names of these alone.
    let steps = companies.filter { $0.value.titles.contains { $0.mergedInto != nil } }
      .compactMapValues { title(of: $0)?.mergedInto }
    return steps.keys.reduce(into: [:]) { merged, key in
      let end = endOfMergers(from: key) { steps[$0] }
      if end != key { merged[key] = end }
    }
  }

  /// The key of a company; nil for one that the log does not have.
  func key(of company: CompanyID) -> CompanyKey? {
    companies.first { $0.value.id == company }?.key
  }

  private func title(of company: RegisteredCompany) -> CompanyTitle? {
    company.titles.lazy.filter {
      $0.source <= clocks.at && acting.source(of: $0.position) == $0.source
        && (!clocks.rules.datesRegistrations || $0.published.map(clocks.couldKnow) ?? true)
    }.current(on: clocks)
  }

  private func company(_ key: CompanyKey) throws -> RegisteredCompany {
    guard let company = companies[key] else { throw ProjectionError.missingCompany(key: key) }
    return company
  }
}

extension CompanyTitle: DatedRegistration {
  var since: DayRange? { occurred }
}

extension LogView {
  /// The names of companies in this query.
  func companyNames() throws -> CompanyNames {
    CompanyNames(try facts.companies(), on: clocks, acting: try acting())
  }
}
