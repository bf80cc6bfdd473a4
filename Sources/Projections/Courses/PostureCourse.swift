package import Stances

/// How one company's posture in one market went from day to day, by what a query knows.
///
/// The public and the log clock and the fuzziness stand still; only the valid clock moves. On every
/// day of the span ``posture(on:)`` is the posture that a replay to that day answers.
package struct PostureCourse: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The market that the posture is about.
  package let market: Market
  /// The days that the course covers; open where it was asked for from the beginning.
  package let span: DayRange
  /// Postures one after the other, never none: each holds until the next one begins.
  package let stretches: [Stretch]

  /// A posture that holds from a day on.
  package struct Stretch: Hashable, Sendable {
    /// The first day, on which something of the posture changed.
    package let from: Day
    /// The posture on that day; later only its ages grow.
    package let posture: Posture

    /// The posture on the first day, or on a later one before the next stretch.
    package func posture(on day: Day) -> Posture { posture.aged(by: from.days(until: day)) }
  }

  /// The posture on a day; nil where nothing counted then, and outside of the span.
  package func posture(on day: Day) -> Posture? {
    guard day <= span.latest, span.earliest <= day else { return nil }
    return stretches.stretch(on: day)?.posture(on: day)
  }

  /// The course from a later first day on; nil where nothing counts from then on.
  func cut(from first: Day) -> PostureCourse? {
    let opening = posture(on: first).map { Stretch(from: first, posture: $0) }
    let rest = [opening].compactMap(\.self) + stretches.drop { $0.from <= first }
    guard !rest.isEmpty else { return nil }
    return PostureCourse(
      company: company, name: name, market: market,
      span: DayRange(earliest: first, latest: span.latest), stretches: rest)
  }
}

extension LogView {
  /// The course of every posture up to the day of the clocks, by company and market.
  ///
  /// The log is scanned once, however many days the courses cover; `first` leaves out what was so
  /// before it.
  package func courses(from first: Day = .distantPast) throws -> [PostureCourse] {
    let acting = try acting()
    var found: [FoundCourse] = []
    try facts.forEachSubject(
      of: companies, where: { clocks.includes($0) && acting.admits($0) },
      { found.append(FoundCourse(of: $0, from: first, clocks: clocks)) })
    return try named(found, from: first).sorted { $0.subject < $1.subject }
  }

  /// The courses in the order in which they were found, with names and dates as given.
  func named(_ found: [FoundCourse], from first: Day = .distantPast) throws -> [PostureCourse] {
    var references = EventReferences()
    for stretch in found.lazy.flatMap(\.stretches) { references.insert(stretch.finding) }
    let details = try EventDetails(of: references, in: self)
    let names = try companyNames()
    let span = DayRange(earliest: first, latest: clocks.to)
    return try found.map { course in
      PostureCourse(
        company: try names.id(course.subject.company),
        name: try names.name(course.subject.company), market: course.subject.market, span: span,
        stretches: try course.stretches.reduce(into: []) { told, stretch in
          let found = FoundPosture(subject: course.subject, finding: stretch.finding)
          let posture = try Posture(found, details: details, names: names)
          // Two findings may differ in what a posture does not tell.
          guard told.last?.posture(on: stretch.from) != posture else { return }
          told.append(PostureCourse.Stretch(from: stretch.from, posture: posture))
        })
    }
  }
}

/// A course of findings with whose it is.
struct FoundCourse {
  let subject: MoveSubject
  let stretches: [FindingCourse.Stretch]

  init(of subject: MoveSubject, _ stretches: [FindingCourse.Stretch]) {
    self.subject = subject
    self.stretches = stretches
  }

  /// Folds moves that are known from a first day up to the day of the clocks.
  init(of moves: SubjectMoves, from first: Day, clocks: Clocks) {
    self.init(
      of: moves.subject, FindingCourse(of: moves.moves, from: first, clocks: clocks).stretches)
  }
}

extension PostureCourse {
  /// Whose posture it is.
  package var subject: CompanyMarket { CompanyMarket(company, market) }
}

extension [PostureCourse.Stretch] {
  /// The stretch that a day lies in; nil before the first.
  func stretch(on day: Day) -> PostureCourse.Stretch? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].from <= day { low = middle + 1 } else { high = middle }
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
    aged.overdue = overdue.flatMap { overdue in days.map { overdue + $0 } }
    return aged
  }
}
