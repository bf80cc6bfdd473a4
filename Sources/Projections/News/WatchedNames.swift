import EventLog
import Stances

/// A watch list whose names were found in a log.
struct WatchedNames {
  private let found: [(entry: WatchList.Entry, what: Watched)]

  private enum Watched {
    case company(CompanyID)
    case market(Market)
    case measure(MeasureKey)
    case country(Market)
    case sector(String)
    case body(BodyID)
  }

  /// Finds every name.
  ///
  /// - Throws: ``WatchError`` with the line and the nearest names.
  init(_ list: WatchList, in view: LogView) throws {
    found = try list.entries.map { ($0, try Self.watched($0, in: view)) }
  }

  /// What of the list something touches.
  func touched(by topics: NewsTopics) -> [WatchList.Entry] {
    found.filter { Self.touches($0.what, topics) }.map(\.entry)
  }

  private static func touches(_ watched: Watched, _ topics: NewsTopics) -> Bool {
    switch watched {
    case .company(let company): topics.companies.contains(company)
    case .market(let market):
      topics.markets.contains(market) || topics.isAtLarge
    case .measure(let measure): topics.measures.contains(measure)
    case .country(let country): topics.countries.contains(country)
    case .sector(let sector): topics.sectors.contains(sector)
    case .body(let body): topics.bodies.contains(body)
    }
  }

  private static func watched(_ entry: WatchList.Entry, in view: LogView) throws -> Watched {
    func unknown(_ nearest: [String]) -> WatchError {
      .unknown(line: entry.line, entry.words, nearest: nearest)
    }
    switch entry.kind {
    case .company:
      do {
        return .company(try view.company(entry.name))
      } catch QueryError.unknownCompany(_, let nearest) {
        throw unknown(nearest)
      } catch let error as QueryError {
        throw WatchError.refused(line: entry.line, sentence: "\(error)")
      }
    case .body:
      guard let body = BodyID(entry.name) else { throw unknown([]) }
      if let nearest = try view.log.suggestions(for: body, by: view.clocks.at) {
        throw unknown(nearest)
      }
      return .body(body)
    case .measure:
      guard let measure = MeasureKey(entry.name) else { throw unknown([]) }
      if let nearest = try view.log.suggestions(for: measure, by: view.clocks.at) {
        throw unknown(nearest)
      }
      return .measure(measure)
    case .market, .country:
      do {
        let market = try Market(code: entry.name)
        return entry.kind == .market ? .market(market) : .country(market)
      } catch {
        throw WatchError.refused(line: entry.line, sentence: "\(error)")
      }
    case .sector:
      let sectors = Set(
        try view.facts.registrations(on: view.clocks).compactMap { event -> String? in
          guard case .companyRegistered(let company) = event.content else { return nil }
          return company.identity.sector
        })
      guard sectors.contains(entry.name) else {
        throw unknown(nearestNames(to: entry.name, among: sectors.sorted()))
      }
      return .sector(entry.name)
    }
  }
}

/// What an item of news is about: by this a watch list finds it.
struct NewsTopics {
  var companies: Set<CompanyID> = []
  var markets: Set<Market> = []
  /// Whether it is about markets at large, and so about each.
  var isAtLarge = false
  var measures: Set<MeasureKey> = []
  var countries: Set<Market> = []
  var sectors: Set<String> = []
  var bodies: Set<BodyID> = []

  /// What a company, or something about it, is about.
  mutating func add(_ company: CompanyID, _ registrations: Registrations) {
    let end = registrations.end(of: company)
    companies.insert(end)
    let registration = registrations.registration(of: end)
    if let country = registration?.country { countries.insert(country) }
    if let sector = registration?.identity.sector { sectors.insert(sector) }
  }

  /// Whom something addresses, by name or by class.
  mutating func add(_ addressees: Addressees, _ registrations: Registrations) {
    companies.formUnion(addressees.companies.map(registrations.end))
    countries.formUnion(addressees.countries)
    sectors.formUnion(addressees.sectors)
  }

  /// The markets of an act by a government: one for markets at large applies in each.
  mutating func addApplied(_ applied: [Market]) {
    markets.formUnion(applied)
    isAtLarge = isAtLarge || applied.contains(where: \.isAtLarge)
  }

  /// What a measure is about, its powers among that.
  mutating func add(_ measure: Measure, _ registrations: Registrations) {
    measures.insert(measure.measure)
    measures.formUnion(measure.under)
    bodies.insert(measure.body)
    if let jurisdiction = measure.jurisdiction { countries.insert(jurisdiction) }
    addApplied(measure.markets)
    add(measure.addressees, registrations)
    companies.formUnion(measure.deviations.map { registrations.end(of: $0.company) })
  }

  /// What an event is about.
  mutating func add(_ content: EventContent, _ registrations: Registrations) {
    if let company = content.company { add(company, registrations) }
    if case .tradeStatistic(let figure) = content {
      companies.formUnion(figure.companies.map(registrations.end))
    }
    for body in [content.body, content.claimant?.body].compactMap(\.self) {
      bodies.insert(body)
      if let country = registrations.registration(of: body)?.jurisdiction {
        countries.insert(country)
      }
    }
    if content.type == .governmentMeasure || content.type == .governmentStatement {
      addApplied(content.markets)
    } else {
      markets.formUnion(content.markets)
    }
    measures.formUnion(content.follows + [content.measure].compactMap(\.self))
    if case .governmentMeasure(let measure) = content { measures.formUnion(measure.under) }
    add(content.addressees, registrations)
  }
}
