import EventLog
package import Stances

/// One announcement for a later day, and what became of it by the day of a query.
package struct Promise: Hashable, Sendable {
  /// The company that gave its word.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The market that the word is about.
  package let market: Market
  /// The announcement.
  package let event: EventID
  /// The level that it promises.
  package let level: Level
  /// When the promise was made, as given.
  package let announced: FuzzyDate
  /// The day by which it is promised, as given.
  package let due: FuzzyDate
  /// What became of it.
  package let outcome: Outcome

  /// What became of a promise, under the rules of postures.
  package enum Outcome: Hashable, Sendable {
    /// Its day is ahead, in this many days at the earliest.
    case ahead(days: Int)
    /// A later word of the company cancelled it before its day, from this day on.
    case cancelled(on: Day)
    /// Its day has come, and nothing that counts contradicts it.
    case cameDue
    /// It was broken: this many days after its last possible day the company says more than it does.
    case overdue(days: Int)
    /// Its last possible day passed this many days ago, and no credible report has come since.
    case unconfirmed(days: Int)
  }
}

/// The ledger of promises: what was announced for a later day.
enum PromiseProjection {
  /// Every promise among some events, followed on the histories of the same query; by due day, then
  /// company and market.
  static func promises(
    in known: KnownEvents, histories: [PostureHistory]
  ) -> [Promise] {
    let histories = Dictionary(
      histories.map { (CompanyMarket($0.company, $0.market), $0) },
      uniquingKeysWith: { first, _ in first })
    return known.reached.flatMap { event -> [Promise] in
      guard case .publicAnnouncement(let word) = event.event.content, let level = word.level,
        let announced = event.event.occurred, let due = word.effective, due.reachesBeyond(announced)
      else { return [] }
      return word.markets.compactMap { market in
        guard let history = histories[CompanyMarket(word.company, market)] else { return nil }
        let outcome = history.outcome(of: event.event.id, due: due, on: known.clocks)
        return Promise(
          company: word.company, name: history.name, market: market, event: event.event.id,
          level: level, announced: announced, due: due, outcome: outcome)
      }
    }
    .sorted {
      ($0.due.earliest, $0.due.latest, $0.company, $0.market)
        < ($1.due.earliest, $1.due.latest, $1.company, $1.market)
    }
  }
}

extension LogView {
  /// The ledger of promises, by due day.
  package func promises() throws -> [Promise] {
    let companies = try members() ?? []
    let filters = EventFilter.types([.publicAnnouncement]).map { filter in
      var filter = filter
      filter.companies = companies
      return filter
    }
    return PromiseProjection.promises(
      in: try known(filters), histories: try postureHistories())
  }
}

extension PostureHistory {
  /// What became of a promise by the day of the query.
  fileprivate func outcome(of event: EventID, due: FuzzyDate, on clocks: Clocks) -> Promise.Outcome
  {
    let now = posture(on: clocks.to)
    if let now, now.pledges.contains(where: { $0.event == event }) {
      return .ahead(days: clocks.to.days(until: clocks.reach.day(reaching: due)) ?? 0)
    }
    if let cancelled = periods.drop(while: { !$0.pledges(event) }).first(where: {
      !$0.pledges(event)
    }),
      let day = cancelled.from, day < clocks.reach.day(reaching: due)
    {
      return .cancelled(on: day)
    }
    if let now, let days = now.overdue, now.voice.events.contains(event) {
      return now.reading == .unconfirmed ? .unconfirmed(days: days) : .overdue(days: days)
    }
    return .cameDue
  }
}

extension PostureHistory.Period {
  /// Whether the announcement's day is ahead in this period.
  fileprivate func pledges(_ event: EventID) -> Bool {
    posture.pledges.contains { $0.event == event }
  }
}
