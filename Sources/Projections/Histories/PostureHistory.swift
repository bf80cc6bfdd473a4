package import Stances

/// How one company's posture in one market went from day to day, by what a query knows.
///
/// The public and the log clock and the fuzziness stand still; only the valid clock moves. On every
/// day of the span ``posture(on:)`` is the posture that a replay to that day answers.
package struct PostureHistory: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The company's name on the last day; each posture has that of its own days.
  package let name: String
  /// The market that the posture is about.
  package let market: Market
  /// The days that the history covers; open where it was asked for from the beginning.
  package let span: DayRange
  /// Postures one after the other, never none: each holds until the next one begins.
  package let periods: [Period]

  /// A posture that holds from a day on.
  package struct Period: Hashable, Sendable {
    /// The first day, on which something of the posture, or the company's name, changed; nil if it
    /// was so before any day that is known.
    package let from: Day?
    /// The posture on that day; later only its ages grow.
    package let posture: Posture

    /// The posture on the first day, or on a later one before the next period.
    package func posture(on day: Day) -> Posture { posture.aged(by: from?.days(until: day)) }
  }

  /// The posture on a day; nil where nothing counted then, and outside of the span.
  package func posture(on day: Day) -> Posture? {
    guard day <= span.latest, span.earliest <= day else { return nil }
    return periods.period(on: day)?.posture(on: day)
  }

  /// The history from a later first day on; nil where nothing counts from then on.
  func cut(from first: Day) -> PostureHistory? {
    let opening = posture(on: first).map { Period(from: first, posture: $0) }
    let rest = [opening].compactMap(\.self) + periods.drop { $0.from.hasCome(by: first) }
    guard !rest.isEmpty else { return nil }
    return PostureHistory(
      company: company, name: name, market: market,
      span: DayRange(earliest: first, latest: span.latest), periods: rest)
  }
}

extension LogView {
  /// The history of every posture up to the day of the clocks, by company and market.
  ///
  /// The log is scanned once, however many days the histories cover; `first` leaves out what was so
  /// before it.
  package func postureHistories(from first: Day = .distantPast) throws -> [PostureHistory] {
    let acting = try acting()
    var found: [FoundHistory] = []
    try forEachSubject(
      where: { try clocks.includes($0) && acting.admits($0) },
      { moves in
        let history = FoundHistory(of: moves, from: first, clocks: clocks)
        // A denial for others is nothing that the company said or did.
        if !history.periods.isEmpty { found.append(history) }
      })
    let histories = try named(found, from: first).sorted { $0.subject < $1.subject }
    guard let chosen = try chosen() else { return histories }
    return histories.filter { $0.posture(on: clocks.to).map(chosen.admits) ?? false }
  }

  /// The histories in the order in which they were found, with names and dates as given.
  func named(_ found: [FoundHistory], from first: Day = .distantPast) throws -> [PostureHistory] {
    var references = EventReferences()
    for period in found.lazy.flatMap(\.periods) { references.insert(period.finding) }
    let details = try EventDetails(of: references, in: self)
    let names = try companyNames()
    let span = DayRange(earliest: first, latest: clocks.to)
    return try found.map { history in
      PostureHistory(
        company: try names.id(history.subject.company),
        name: try names.name(history.subject.company), market: history.subject.market, span: span,
        periods: try history.periods.postures(
          of: history.subject, after: nil, details: details, names: names))
    }
  }
}

extension [FindingHistory.Period] {
  /// The findings with dates as given, each with the name that the company then has; without those
  /// that change nothing of the posture after the period before them.
  func postures(
    of subject: MoveSubject, after before: PostureHistory.Period?, details: EventDetails,
    names: CompanyNames
  ) throws -> [PostureHistory.Period] {
    let turns = try names.turningDays(of: subject.company)
    var told: [PostureHistory.Period] = []
    for (place, period) in enumerated() {
      let next = place + 1 < count ? self[place + 1].from : .distantFuture
      let found = FoundPosture(subject: subject, finding: period.finding)
      for day in [period.from] + turns.filter({ period.from < $0 && $0 < next }) {
        let posture = try Posture(found, details: details, names: names.on(day))
          .aged(by: day == period.from ? 0 : period.from.days(until: day))
        // Two findings may differ in what a posture does not show.
        guard (told.last ?? before)?.posture(on: day) != posture else { continue }
        told.append(PostureHistory.Period(from: day.known, posture: posture))
      }
    }
    return told
  }
}

/// A history of findings with whose it is.
struct FoundHistory {
  let subject: MoveSubject
  let periods: [FindingHistory.Period]

  init(of subject: MoveSubject, _ periods: [FindingHistory.Period]) {
    self.subject = subject
    self.periods = periods
  }

  /// Folds moves that are known from a first day up to the day of the clocks.
  init(of moves: SubjectMoves, from first: Day, clocks: Clocks) {
    self.init(
      of: moves.subject, FindingHistory(of: moves.moves, from: first, clocks: clocks).periods)
  }
}

extension PostureHistory {
  /// Whose posture it is.
  package var subject: CompanyMarket { CompanyMarket(company, market) }
}

extension [PostureHistory.Period] {
  /// The period that a day lies in; nil before the first.
  func period(on day: Day) -> PostureHistory.Period? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].from.hasCome(by: day) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : self[low - 1]
  }
}

extension Posture {
  /// The posture so many days later, if nothing but its ages changed.
  fileprivate func aged(by days: Int?) -> Posture {
    guard days != 0 else { return self }
    var aged = self
    aged.age = age.flatMap { age in days.map { age + $0 } }
    aged.stale = stale.flatMap { stale in days.map { stale + $0 } }
    aged.overdue = overdue.flatMap { overdue in days.map { overdue + $0 } }
    return aged
  }
}
