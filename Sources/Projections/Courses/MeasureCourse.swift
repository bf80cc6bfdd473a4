package import Stances

/// A measure's life in stretches, by what a query knows.
///
/// On every day of the span ``measure(on:)`` is the measure as a query to that day answers it.
package struct MeasureCourse: Hashable, Sendable {
  /// The key that all steps of the act share.
  package let measure: MeasureKey
  /// The days that the course covers; open where it was asked for from the beginning.
  package let span: DayRange
  /// The measure as it stood, one after the other, never none: each holds until the next begins.
  package let stretches: [Stretch]

  /// A measure as it stands from a day on.
  package struct Stretch: Hashable, Sendable {
    /// The first day.
    package let from: Day
    /// The measure from then on.
    package let measure: Measure
  }

  /// The measure on a day; nil before it began, and outside of the span.
  package func measure(on day: Day) -> Measure? {
    guard day <= span.latest, span.earliest <= day else { return nil }
    return stretches.last { $0.from <= day }?.measure
  }

  /// The course from a later first day on; nil where it is over before.
  func cut(from first: Day) -> MeasureCourse? {
    let opening = measure(on: first).map { Stretch(from: first, measure: $0) }
    let rest = [opening].compactMap(\.self) + stretches.drop { $0.from <= first }
    guard !rest.isEmpty else { return nil }
    return MeasureCourse(
      measure: measure, span: DayRange(earliest: first, latest: span.latest), stretches: rest)
  }
}
