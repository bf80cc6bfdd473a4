import EventLog
import Stances

/// The companies of the log by the keys that moves carry, with their names in one query.
struct CompanyNames {
  private let registered: RegisteredCompanies
  private let clocks: Clocks
  /// The amendments of these companies' registrations that act.
  private let acting: ActingAmendments

  /// The names that were registered up to a position, as amended; by the query's other clocks, too.
  init(_ registered: RegisteredCompanies, on clocks: Clocks) {
    self.init(
      registered, on: clocks, acting: ActingAmendments(registered.amendments, within: clocks))
  }

  private init(_ registered: RegisteredCompanies, on clocks: Clocks, acting: ActingAmendments) {
    self.registered = registered
    self.clocks = clocks
    self.acting = acting
  }

  private var companies: [CompanyKey: RegisteredCompany] { registered.companies }

  /// The names of the same registrations in another query.
  func moved(to clocks: Clocks) -> CompanyNames { CompanyNames(registered, on: clocks) }

  /// The days on which a registration begins to be known, up to that of the query.
  var publicationDays: [Day] {
    guard clocks.rules.datesRegistrations else { return [] }
    return companies.values.flatMap(\.titles).compactMap(\.published)
      .filter(clocks.couldKnow).map { clocks.reach.day(reaching: $0) }
  }

  /// The names on another day of the same query.
  func on(_ day: Day) -> CompanyNames {
    var then = clocks
    then.to = day
    // No amendment waits for the valid clock.
    return CompanyNames(registered, on: then, acting: acting)
  }

  /// The days up to that of the query, in order, from which a company may be called otherwise.
  func turningDays(of key: CompanyKey) throws -> [Day] { turningDays(of: try company(key)) }

  /// What a company is called and to which other one it belongs, from day to day.
  func course(of key: CompanyKey) throws -> [CalledCompany] {
    try ([.distantPast] + turningDays(of: key)).map { day in
      let then = on(day)
      return CalledCompany(from: day, name: try then.name(key), parent: try then.parent(of: key))
    }
  }

  /// Whether a company may be called otherwise in another query of the same log.
  func mayChange(_ key: CompanyKey) throws -> Bool {
    let titles = try company(key).titles
    return !acting.isEmpty || titles.count > 1 || titles.contains { $0.published != nil }
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
      .compactMapValues { company in
        title(of: company).flatMap { $0.hasBegun(on: clocks) ? $0.mergedInto : nil }
      }
    return steps.keys.reduce(into: [:]) { merged, key in
      let end = endOfSteps(from: key) { steps[$0] }
      if end != key { merged[key] = end }
    }
  }

  /// The key of a company; nil for one that the log does not have.
  func key(of company: CompanyID) throws -> CompanyKey? {
    if let key = registered.keys[company] { return key }
    guard registered.asked?.contains(company) ?? true else {
      throw ProjectionError.notAskedAbout("the registration of '\(company)'")
    }
    return nil
  }

  private func title(of company: RegisteredCompany) -> CompanyTitle? {
    company.titles.lazy.filter(counts).current(on: clocks)
  }

  private func counts(_ title: CompanyTitle) -> Bool {
    title.source <= clocks.at && acting.source(of: title.position) == title.source
      && (!clocks.rules.datesRegistrations || title.published.map(clocks.couldKnow) ?? true)
  }

  private func turningDays(of company: RegisteredCompany) -> [Day] {
    guard clocks.rules.datesRegistrations else { return [] }
    let days = company.titles.lazy.filter(counts).compactMap(\.occurred)
      .map { clocks.reach.day(reaching: $0) }
    return Set(days.filter { .distantPast < $0 && $0 <= clocks.to }).sorted()
  }

  private func company(_ key: CompanyKey) throws -> RegisteredCompany {
    guard let company = companies[key] else { throw ProjectionError.missingCompany(key: key) }
    return company
  }
}

/// What a company is called, and to which other one it belongs, from a day on.
struct CalledCompany: Equatable {
  let from: Day
  let name: String
  let parent: CompanyID?
}

/// Companies with all names that they ever had, and the amendments of these registrations.
struct RegisteredCompanies {
  let companies: [CompanyKey: RegisteredCompany]
  let amendments: [Amendment]
  /// The companies that were asked for, whose mergers are among them; nil for all companies.
  let asked: Set<CompanyID>?
  let keys: [CompanyID: CompanyKey]

  init(
    companies: [CompanyKey: RegisteredCompany], amendments: [Amendment], asked: Set<CompanyID>?
  ) {
    self.companies = companies
    self.amendments = amendments
    self.asked = asked
    keys = Dictionary(
      companies.map { ($0.value.id, $0.key) }, uniquingKeysWith: { first, _ in first })
  }
}

extension CompanyTitle: DatedRegistration {
  var since: DayRange? { occurred }
}

extension LogView {
  /// The names of the view's companies in this query; of all companies if it asks for groups, to
  /// which others may belong.
  func companyNames() throws -> CompanyNames {
    CompanyNames(try facts.companies(choice.roll == nil ? companies : nil), on: clocks)
  }

  /// The amendments of the events by which the view's companies move and are named.
  func amendmentsOfMoves() throws -> ClosedAmendments {
    guard let members = try members() else { return try facts.amendments.known(about: nil) }
    let moves = try facts.moves(of: members).lazy.flatMap(\.moves).map(\.position)
    let titles = try facts.companies(companies).companies.values.flatMap(\.titles)
    return try facts.amendments.known(about: Set(moves).union(titles.map(\.position)))
  }
}
