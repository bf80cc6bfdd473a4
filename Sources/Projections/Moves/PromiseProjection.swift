import EventLog
import Stances

/// The ledger of promises: what was announced for a later day.
enum PromiseProjection {
  /// Every promise among some events, followed on the courses of the same query; by due day, then
  /// company and market.
  static func promises(
    in known: KnownEvents, courses: [PostureCourse]
  ) -> [Promise] {
    let courses = Dictionary(
      courses.map { (CompanyMarket($0.company, $0.market), $0) },
      uniquingKeysWith: { first, _ in first })
    return known.reached.flatMap { event -> [Promise] in
      guard case .publicAnnouncement(let word) = event.event.content, let level = word.level,
        let announced = event.event.occurred, let due = word.effective, due.reachesBeyond(announced)
      else { return [] }
      return word.markets.compactMap { market in
        guard let course = courses[CompanyMarket(word.company, market)] else { return nil }
        let outcome = course.outcome(of: event.event.id, due: due, on: known.clocks)
        return Promise(
          company: word.company, name: course.name, market: market, event: event.event.id,
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
    PromiseProjection.promises(
      in: try known([.types([.publicAnnouncement])]), courses: try courses())
  }
}

extension PostureCourse {
  /// What became of a promise by the day of the query.
  fileprivate func outcome(of event: EventID, due: FuzzyDate, on clocks: Clocks) -> Promise.Outcome
  {
    let now = posture(on: clocks.to)
    if let now, now.pledges.contains(where: { $0.event == event }) {
      return .ahead(days: clocks.to.days(until: clocks.fuzzy.day(reaching: due)) ?? 0)
    }
    if let cancelled = stretches.drop(while: { !$0.pledges(event) }).first(where: {
      !$0.pledges(event)
    }),
      cancelled.from < clocks.fuzzy.day(reaching: due)
    {
      return .cancelled(on: cancelled.from)
    }
    if let now, let days = now.overdue, now.voice.events.contains(event) {
      return .overdue(days: days)
    }
    return .cameDue
  }
}

extension PostureCourse.Stretch {
  /// Whether the announcement's day is ahead in this stretch.
  fileprivate func pledges(_ event: EventID) -> Bool {
    posture.pledges.contains { $0.event == event }
  }
}
