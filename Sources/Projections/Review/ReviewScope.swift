import Stances

/// What a review looks at: what concerns some companies, and what a watch list names.
struct ReviewScope {
  /// The companies; nil for all.
  let companies: Set<CompanyID>?
  /// The watch list; nil for everything.
  let watched: WatchedNames?
  /// Who companies are, for lists of countries and sectors; not read without a list.
  let registrations: Registrations?

  /// What the companies of a view and a watch list have.
  init(in view: LogView, watching list: WatchList?) throws {
    companies = try view.members().map(Set.init)
    watched = try list.map { try WatchedNames($0, in: view) }
    registrations = try list.map { _ in try view.registrations() }
  }

  /// Whether it looks at something less than everything.
  var isNarrowed: Bool { companies != nil || watched != nil }

  /// Whether it has what an event says.
  func has(_ content: EventContent) -> Bool {
    has(companies: content.namedCompanies) { $0.add(content, $1) }
  }

  /// Whether it has a company.
  func has(_ company: CompanyID) -> Bool {
    has(companies: [company]) { $0.add(company, $1) }
  }

  /// Whether it has a posture.
  func has(_ posture: Posture) -> Bool {
    has(companies: [posture.company]) {
      $0.add(posture.company, $1)
      $0.markets.insert(posture.market)
    }
  }

  /// Whether it has a measure, by whom it addresses now and what its steps name.
  func has(_ life: MeasureLife, steps: [MeasureStep]) -> Bool {
    has(companies: life.scope.addressees.companies) { topics, registrations in
      for step in steps { topics.add(.governmentMeasure(step.measure), registrations) }
    }
  }

  private func has(
    companies named: [CompanyID], _ add: (inout NewsTopics, Registrations) -> Void
  ) -> Bool {
    guard companies.map({ !$0.isDisjoint(with: named) }) ?? true else { return false }
    guard let watched, let registrations else { return true }
    var topics = NewsTopics()
    add(&topics, registrations)
    return !watched.touched(by: topics).isEmpty
  }
}
