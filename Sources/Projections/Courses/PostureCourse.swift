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
