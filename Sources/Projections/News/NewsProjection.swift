import EventLog
package import Stances

extension LogView {
  /// What is new since another query of the same log, to a reader of everything or of a watch list.
  ///
  /// The answers to both queries are compared, and what was recorded between them is read. Of the
  /// companies that changed the histories are followed, to find the days that changed them.
  ///
  /// - Throws: ``WatchError`` for a watch list that names what the log does not have.
  package func news(since before: Clocks, watching list: WatchList? = nil) throws -> News {
    let watched = try list.map { try WatchedNames($0, in: self) }
    let earlier = moved(to: before)
    let postures = try postureChanges(since: earlier)
    let measures = try comparedMeasures(since: earlier)
    let changed = Set(postures.map(\.company))
    let fresh = try FreshEvents(in: self, since: earlier, concerning: changed)
    let promising = changed.union(fresh.promisingCompanies)
    var gathering = NewsGathering(
      watched, fresh, turns: try TurningDays(in: self, since: earlier, of: changed, measures))
    for change in postures { try gathering.add(change, in: log) }
    for measure in measures { try gathering.add(measure, all: measures, in: log) }
    for promise in try promises(since: earlier, of: promising) {
      try gathering.add(promise, clocks, in: log)
    }
    for amended in fresh.amended { try gathering.add(amended, in: log) }
    gathering.addEvents()
    return News(
      before: before, after: clocks, items: gathering.inOrder,
      besides: watched == nil ? fresh.besides : 0, watch: list)
  }

  /// The promises of some companies whose day came, or passed, since another query.
  private func promises(
    since earlier: LogView, of companies: Set<CompanyID>
  ) throws -> [Promise] {
    guard !companies.isEmpty else { return [] }
    let view = narrowed(to: Set(try narrowed(to: companies.sorted()).members() ?? []).sorted())
    let before = Dictionary(
      try view.moved(to: earlier.clocks).promises().map { ($0.key, $0.outcome) },
      uniquingKeysWith: { first, _ in first })
    return try view.promises().filter { promise in
      promise.outcome.isDue && before[promise.key]?.state != promise.outcome.state
    }
  }
}

extension Promise {
  fileprivate struct Key: Hashable {
    let event: EventID
    let market: Market
  }

  fileprivate var key: Key { Key(event: event, market: market) }
}

extension Promise.Outcome {
  /// The outcome without the days that grow by themselves.
  fileprivate var state: Int {
    switch self {
    case .ahead: 0
    case .cancelled: 1
    case .cameDue: 2
    case .overdue: 3
    case .unconfirmed: 4
    }
  }

  /// Whether the day of the promise has come.
  fileprivate var isDue: Bool {
    switch self {
    case .ahead, .cancelled: false
    case .cameDue, .overdue, .unconfirmed: true
    }
  }

  /// The day on which a promise for a date came to this outcome, if time did it.
  fileprivate func day(due: FuzzyDate, _ clocks: Clocks) -> Day? {
    switch self {
    case .ahead, .cancelled: nil
    case .cameDue: clocks.reach.day(reaching: due).known
    case .overdue, .unconfirmed: due.latest.known?.adding(days: 1)
    }
  }
}

/// The items of news as they are found, each only if it is watched.
private struct NewsGathering {
  private let watched: WatchedNames?
  private let fresh: FreshEvents
  private let turns: TurningDays
  private var items: [NewsItem] = []

  init(_ watched: WatchedNames?, _ fresh: FreshEvents, turns: TurningDays) {
    self.watched = watched
    self.fresh = fresh
    self.turns = turns
  }

  private var registrations: Registrations { fresh.known.registrations }

  /// The items by section; within each in the order in which they were added.
  var inOrder: [NewsItem] {
    NewsItem.Section.allCases.flatMap { section in items.filter { $0.section == section } }
  }

  /// Why something is shown; nil if it is not watched.
  private func because(_ topics: (inout NewsTopics) -> Void) -> [WatchList.Entry]? {
    guard let watched else { return [] }
    var found = NewsTopics()
    topics(&found)
    let entries = watched.touched(by: found)
    return entries.isEmpty ? nil : entries
  }

  mutating func add(_ change: PostureChange, in log: LogReader) throws {
    let because = because {
      $0.add(change.company, registrations)
      $0.markets.insert(change.market)
    }
    let day = turns.postures[CompanyMarket(change.company, change.market)]
    try add(.posture(change), because, change.causes, on: day, in: log)
  }

  mutating func add(
    _ compared: ComparedMeasure, all measures: [ComparedMeasure], in log: LogReader
  ) throws {
    let because = because { topics in
      for measure in [compared.before, compared.after].compactMap(\.self) {
        topics.add(measure, registrations)
      }
    }
    if let news = MeasureNews(compared) {
      try add(
        .measure(news), because, compared.causes, on: turns.measures[compared.key], in: log)
    }
    if let after = compared.after, after.isUsedPower, compared.before?.isUsedPower != true {
      let uses = measures.filter { $0.after?.under.contains(compared.key) == true }
      let use = FirstUse(
        measure: compared.key, title: after.title, wasDormant: compared.before?.dormant == true,
        uses: uses.compactMap(\.after))
      let fresh = uses.flatMap { $0.after?.events ?? [] }.filter { self.fresh.events[$0] != nil }
      let causes = fresh.isEmpty ? uses.compactMap { $0.after?.events.last } : fresh
      let day = uses.compactMap { turns.measures[$0.key] }.max()
      try add(
        .firstUse(use), because, causes.isEmpty ? compared.causes : causes, on: day, in: log)
    }
  }

  mutating func add(_ promise: Promise, _ clocks: Clocks, in log: LogReader) throws {
    let because = because {
      $0.add(promise.company, registrations)
      $0.markets.insert(promise.market)
    }
    try add(
      .promise(promise), because, [promise.event],
      on: promise.outcome.day(due: promise.due, clocks).flatMap { turns.isNew($0) ? $0 : nil },
      in: log)
  }

  mutating func add(_ amended: FreshEvents.Amended, in log: LogReader) throws {
    let because = because { topics in
      if let content = amended.content { topics.add(content, registrations) }
    }
    try add(.amended(amended.news), because, [amended.news.by], on: nil, in: log)
  }

  /// Adds the new events that no item gives as its cause.
  mutating func addEvents() {
    let cited = Set(items.flatMap(\.causes))
    let sentences = EventSentence(registrations: registrations)
    for event in fresh.known.events
    where event.position > fresh.last && !cited.contains(event.event.id) {
      guard let entry = TimelineEntry(event.event, sentences),
        let because = because({ $0.add(event.event.content, registrations) })
      else { continue }
      items.append(
        NewsItem(
          content: .event(entry), moment: .recorded(event.position), updated: event.recorded,
          causes: [entry.event], because: because))
    }
  }

  /// Adds an item with what made it news last: the latest of its new causes, or a later day.
  private mutating func add(
    _ content: NewsItem.Content, _ because: [WatchList.Entry]?, _ causes: [EventID],
    on day: Day?, in log: LogReader
  ) throws {
    guard let because else { return }
    var latest = causes.compactMap { fresh.events[$0] }.max { $0.position < $1.position }
    if let day, latest.map({ $0.recorded < day.firstMoment }) ?? true {
      items.append(
        NewsItem(
          content: content, moment: .day(day), updated: day.firstMoment, causes: causes,
          because: because))
      return
    }
    // Without a day and a new cause, as when companies merge, what led to it before dates it.
    if latest == nil {
      latest = try causes.compactMap { try log.event($0) }.max { $0.position < $1.position }
        .map { FreshEvents.Place(position: $0.position, recorded: $0.recorded) }
    }
    items.append(
      NewsItem(
        content: content, moment: .recorded(latest?.position ?? .beforeFirst),
        updated: latest?.recorded ?? Timestamp(milliseconds: 0), causes: causes, because: because))
  }
}

extension Measure {
  /// Whether it is a power that was used.
  fileprivate var isUsedPower: Bool { isPower && uses > 0 }
}

extension MeasureNews {
  /// Nil if no status changed.
  fileprivate init?(_ compared: ComparedMeasure) {
    let (before, after) = (compared.before, compared.after)
    let deviations = (before?.deviations ?? []) + (after?.deviations ?? [])
    let names = Dictionary(
      deviations.map { ($0.company, $0.name) }, uniquingKeysWith: { _, last in last })
    let companies = names.sorted { $0.key < $1.key }.compactMap { company, name in
      let status = CompanyStatus(
        company: company, name: name, before: before?.status(for: company),
        after: after?.status(for: company))
      let isOwn =
        status.before != status.after
        && (status.before != before?.status || status.after != after?.status)
      return isOwn ? status : nil
    }
    guard before?.status != after?.status || !companies.isEmpty else { return nil }
    self.init(
      measure: compared.key, title: (after ?? before)?.title ?? compared.key.text,
      before: before?.status, after: after?.status, companies: companies)
  }
}

extension Measure {
  fileprivate func status(for company: CompanyID) -> MeasureStatus {
    deviations.first { $0.company == company }?.status ?? status
  }

  /// Its status for all, and for those for whom it differs.
  fileprivate var statuses: [CompanyID?: MeasureStatus] {
    deviations.reduce(into: [nil: status]) { $0[$1.company] = $1.status }
  }
}

/// The last days since a query on which time, or what was known already, changed something.
private struct TurningDays {
  private(set) var postures: [CompanyMarket: Day] = [:]
  private(set) var measures: [MeasureKey: Day] = [:]
  private let first: Day
  private let last: Day

  /// Looks for the days of some companies, and of the measures that changed.
  init(
    in view: LogView, since earlier: LogView, of companies: Set<CompanyID>,
    _ compared: [ComparedMeasure]
  ) throws {
    first = earlier.clocks.to.adding(days: 1)
    last = view.clocks.to
    guard first <= last else { return }
    if !companies.isEmpty {
      for history in try view.narrowed(to: companies.sorted()).postureHistories() {
        postures[history.subject] = history.changes.last { isNew($0.day) }?.day
      }
    }
    let before = Dictionary(
      compared.map { ($0.key, $0.before) }, uniquingKeysWith: { first, _ in first })
    for history in try view.measureHistories(from: first) {
      var statuses = before[history.measure]??.statuses
      for period in history.periods {
        guard period.measure.statuses != statuses else { continue }
        statuses = period.measure.statuses
        if let day = period.from { measures[history.measure] = day }
      }
    }
  }

  /// Whether a day came since.
  func isNew(_ day: Day?) -> Bool { day.map { first <= $0 && $0 <= last } ?? false }
}
