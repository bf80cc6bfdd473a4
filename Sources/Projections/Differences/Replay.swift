import EventLog
package import Stances

/// The time between the days of a stepwise replay.
package enum ReplayStepUnit: String, Term {
  case day, week, month, quarter, year

  /// The day `count` steps after a first day; ends of months are kept.
  package func day(_ count: Int, after first: Day) -> Day {
    switch self {
    case .day: first.adding(days: count)
    case .week: first.adding(days: 7 * count)
    case .month: first.adding(months: count)
    case .quarter: first.adding(months: 3 * count)
    case .year: first.adding(years: count)
    }
  }
}

/// What changed up to one day of a stepwise replay, since the day before it in the replay.
package struct ReplayStep: Sendable {
  /// The day of this step.
  package let day: Day
  /// The postures that changed since the step before.
  package let postures: [PostureChange]
  /// The measures whose status changed since the step before.
  package let measures: [MeasureChange]
}

extension LogView {
  /// The most steps that one replay may have.
  private static let mostSteps = 4000

  /// What changed from one day to the next, from `first` up to the day of the clocks, which is
  /// always the last step; the state on the first day is its first step.
  ///
  /// - Throws: ``QueryError`` for a first day after the last, and for more than 4,000 steps.
  package func steps(from first: Day, by step: ReplayStepUnit) throws -> [ReplayStep] {
    guard first <= clocks.to else { throw QueryError.beforeStart(from: first, to: clocks.to) }
    guard step.day(Self.mostSteps, after: first) >= clocks.to else {
      throw QueryError.tooManySteps(most: Self.mostSteps)
    }
    let stops = (0..<Self.mostSteps).lazy.map { step.day($0, after: first) }
    let days = Array(stops.prefix { $0 < clocks.to }) + [clocks.to]
    let postures = try steppedChanges(on: days)
    let histories = try measureHistories().sorted { $0.measure < $1.measure }
    // What has an unknown start counted on every day: nothing comes before the first step.
    var before: Day?
    return try days.map { day in
      try log.checkTime()
      defer { before = day }
      return ReplayStep(
        day: day, postures: postures[day] ?? [],
        measures: histories.compactMap { history in
          let (old, new) = (before.flatMap(history.measure), history.measure(on: day))
          guard choice.admits(either: old, new) else { return nil }
          return MeasureChange(of: history.measure, from: old, to: new)
        })
    }
  }
}

extension LogView {
  /// What changed in postures from each of some days to the next, from one scan of the log; by the
  /// day up to which it changed, then company and market.
  ///
  /// The days are in order, and the last is that of the clocks; the changes of the first day are
  /// against nothing. What came and went between two of the days is not a change; an
  /// event that was reached between them is a cause, even if another one decided.
  func steppedChanges(on days: [Day]) throws -> [Day: [PostureChange]] {
    let acting = try acting()
    var found: [FoundHistory] = []
    var reached: [[Day: [Position]]] = []
    try forEachSubject(
      where: { try clocks.includes($0) && acting.admits($0) },
      { moves in
        let history = FindingHistory(of: moves.moves, on: days, clocks: clocks)
        found.append(FoundHistory(of: moves.subject, history.periods))
        let turns = Set(history.periods.map(\.from))
        reached.append(moves.sources(reachedBy: days, among: turns, clocks.reach))
      })
    let ids = try log.eventNames(at: reached.flatMap { $0.values.joined() }).mapValues(\.id)
    let before = Dictionary(uniqueKeysWithValues: zip(days.dropFirst(), days))
    let stops = Set(days)
    let chosen = try chosen()
    var changes: [Day: [PostureChange]] = [:]
    for (history, reached) in zip(try named(found), reached) {
      // A name may change on other days as well, which is not a change of a posture.
      for period in history.periods {
        guard let day = period.from, stops.contains(day) else { continue }
        let causes = (reached[day] ?? []).compactMap { ids[$0] }
        let change = history.change(from: before[day], to: period.posture, causes: causes)
        guard let change, chosen?.admits(either: change.before, change.after) ?? true
        else { continue }
        try log.gather(PostureChange.estimatedBytes)
        changes[day, default: []].append(change)
      }
    }
    return changes.mapValues {
      $0.sorted { ($0.company, $0.market) < ($1.company, $1.market) }
    }
  }
}

extension SubjectMoves {
  /// The positions of the moves reached since the stop before, and of the events that hold their
  /// content, in order, for each stop of some.
  fileprivate func sources(
    reachedBy stops: [Day], among turns: Set<Day>, _ reach: DateReach
  ) -> [Day: [Position]] {
    var found: [Day: Set<Position>] = [:]
    for move in moves {
      guard let stop = stops.first(notBefore: reach.day(reaching: move)),
        turns.contains(stop)
      else { continue }
      found[stop, default: []].formUnion([move.position, move.source])
    }
    return found.mapValues { $0.sorted() }
  }
}

extension PostureHistory {
  /// The change from the posture on a day, or from nothing, to a later one; nil if there is none.
  fileprivate func change(
    from day: Day?, to after: Posture, causes: [EventID]
  ) -> PostureChange? {
    let before = day.flatMap(posture)
    let fields = Posture.changes(from: before, to: after)
    guard !fields.isEmpty else { return nil }
    return PostureChange(
      company: company, name: after.name, market: market, before: before, after: after,
      fields: fields,
      causes: causes.isEmpty ? after.eventsOfItsDay(since: before) : causes)
  }
}
