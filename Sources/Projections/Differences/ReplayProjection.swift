package import Stances

/// How far apart the days of a stepwise replay lie.
package enum ReplayStepUnit: String, Term {
  case day, week, month, quarter, year

  /// The day that lies `count` steps after a first day; ends of months are kept.
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
  /// always the last step; what was so on the first day is its first step.
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
    let courses = try measureCourses().sorted { $0.measure < $1.measure }
    var before = Day.distantPast
    return days.map { day in
      defer { before = day }
      return ReplayStep(
        day: day, postures: postures[day] ?? [],
        measures: courses.compactMap { course in
          MeasureChange(
            of: course.measure, from: course.measure(on: before), to: course.measure(on: day))
        })
    }
  }
}
