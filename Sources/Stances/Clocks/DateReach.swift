/// When a date counts as reached: a query's fuzziness under its rules.
package struct DateReach: Hashable, Sendable {
  private let fuzzy: Fuzziness
  private let rules: RuleSet

  /// The reach of dates in a query.
  package init(_ fuzzy: Fuzziness, by rules: RuleSet) {
    self.fuzzy = fuzzy
    self.rules = rules
  }

  /// The day on which a date counts as reached.
  package func day(reaching date: FuzzyDate) -> Day { day(reaching: DayRange(of: date)) }

  /// The day on which a range of days counts as reached.
  package func day(reaching range: DayRange) -> Day {
    switch fuzzy {
    case .lenient: range.earliest
    case .strict: rules.waitsForDoubtAlone ? range.certain : range.latest
    }
  }

  /// The day on which a move is reached on the valid clock.
  package func day(reaching move: Move) -> Day {
    switch fuzzy {
    case .lenient: move.occurred.earliest
    case .strict: move.certainDay(by: rules)
    }
  }

  /// The day on which an event is reached on the valid clock; nil for one without a date.
  ///
  /// Nothing happened after it was reported (W12).
  package func day(reaching event: Event) -> Day? {
    guard let occurred = event.occurred else { return nil }
    let day = day(reaching: occurred)
    guard rules.waitsForDoubtAlone, let published = event.published else { return day }
    return min(day, max(published.latest, occurred.earliest))
  }
}
