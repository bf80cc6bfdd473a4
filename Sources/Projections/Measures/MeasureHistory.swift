package import Stances

/// A measure's life in periods, by what a query knows.
///
/// On every day of the span ``measure(on:)`` is the measure as a query to that day answers it.
package struct MeasureHistory: Hashable, Sendable {
  /// The key that all steps of the act share.
  package let measure: MeasureKey
  /// The days that the history covers; open where it was asked for from the beginning.
  package let span: DayRange
  /// The measure as it stood, one after the other, never none: each holds until the next begins.
  package let periods: [Period]

  /// A measure as it is from a day on.
  package struct Period: Hashable, Sendable {
    /// The first day; nil if it was so before any day that is known.
    package let from: Day?
    /// The measure from then on.
    package let measure: Measure
  }

  /// The measure on a day; nil before it began, and outside of the span.
  package func measure(on day: Day) -> Measure? {
    guard day <= span.latest, span.earliest <= day else { return nil }
    return periods.last { $0.from.hasCome(by: day) }?.measure
  }

  /// The history from a later first day on; nil where it is over before.
  func cut(from first: Day) -> MeasureHistory? {
    let opening = measure(on: first).map { Period(from: first, measure: $0) }
    let rest = [opening].compactMap(\.self) + periods.drop { $0.from.hasCome(by: first) }
    guard !rest.isEmpty else { return nil }
    return MeasureHistory(
      measure: measure, span: DayRange(earliest: first, latest: span.latest), periods: rest)
  }
}

extension LogView {
  /// The life of every measure, by jurisdiction, then key, up to the day of the clocks.
  package func measureHistories(from first: Day = .distantPast) throws -> [MeasureHistory] {
    try known([.measureSteps]).measureHistories(from: first)
  }
}

extension KnownEvents {
  /// The life of every measure up to the day of the query.
  func measureHistories(from first: Day = .distantPast) -> [MeasureHistory] {
    let steps = Dictionary(
      grouping: events.compactMap(MeasureStep.init), by: \.measure.measure)
    let lives = steps.mapValues { LifeHistory($0, from: first, clocks: clocks) }
    var users: [MeasureKey: [LifeHistory]] = [:]
    for (key, history) in lives {
      for power in history.powers where power != key { users[power, default: []].append(history) }
    }
    return
      lives
      .compactMap { key, history in
        MeasureHistory(
          key, history, users: users[key] ?? [], from: first, clocks: clocks,
          registrations: registrations)
      }
      .sorted { left, right in
        guard let left = left.periods.last, let right = right.periods.last else {
          return false
        }
        return Measure.precedes(left.measure, right.measure)
      }
  }
}

/// The life of one measure on each day on which it can change.
private struct LifeHistory {
  private(set) var periods: [(from: Day, life: MeasureLife)] = []

  init(_ steps: [MeasureStep], from first: Day, clocks: Clocks) {
    for day in Self.days(of: steps, from: first, clocks: clocks) {
      var now = clocks
      now.to = day
      if let life = MeasureLife(steps, on: now) { periods.append((day, life)) }
    }
  }

  /// The first day, and every later one on which a step counts or what a step named has ended.
  private static func days(of steps: [MeasureStep], from first: Day, clocks: Clocks) -> [Day] {
    var days: Set<Day> = [first]
    for step in steps {
      for turn in MeasureTurn.turns(of: step) { days.insert(turn.day(by: clocks.reach)) }
      if let until = step.measure.until { days.insert(until.latest.adding(days: 1)) }
    }
    return days.filter { first <= $0 && $0 <= clocks.to }.sorted()
  }

  /// The powers under which it is ever issued.
  var powers: Set<MeasureKey> { Set(periods.flatMap(\.life.under)) }

  func life(on day: Day) -> MeasureLife? { periods.last { $0.from <= day }?.life }

  /// What it is on a day if it is then a use of a power.
  func use(of power: MeasureKey, on day: Day) -> MeasureLife? {
    life(on: day).flatMap { $0.wasAdopted && $0.under.contains(power) ? $0 : nil }
  }
}

extension MeasureHistory {
  /// Nil for a measure that never begins.
  fileprivate init?(
    _ key: MeasureKey, _ history: LifeHistory, users: [LifeHistory], from first: Day,
    clocks: Clocks, registrations: Registrations
  ) {
    let days = Set((users + [history]).flatMap { $0.periods.map(\.from) }).sorted()
    var periods: [Period] = []
    for day in days {
      guard let life = history.life(on: day) else { continue }
      let uses = users.compactMap { $0.use(of: key, on: day) }
      let measure = Measure(key, life, uses: uses, registrations: registrations)
      if periods.last?.measure != measure {
        periods.append(Period(from: day.known, measure: measure))
      }
    }
    guard !periods.isEmpty else { return nil }
    self.init(
      measure: key, span: DayRange(earliest: first, latest: clocks.to), periods: periods)
  }
}
