/// When something counts as reached, for those who show it: an open end is not a day.
package enum ReachedDay: Hashable, Comparable, Sendable {
  /// Before every day.
  case always
  /// From a day on.
  case on(Day)
  /// After every day, so that only a query without that limit counts it.
  case never

  /// The day, or the end that it stands for.
  package init(_ day: Day) {
    self = day.known.map(Self.on) ?? (day == .distantPast ? .always : .never)
  }
}

/// When a date counts as reached: a query's fuzziness under its rules.
package struct DateReach: Hashable, Sendable {
  let fuzzy: Fuzziness
  let rules: RuleSet

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

  /// The day on which an event is reached on the valid clock; nil for one without a date.
  ///
  /// Nothing happened after it was reported (W12).
  package func day(reaching event: Event) -> Day? {
    guard let occurred = event.occurred else { return nil }
    guard let published = event.published else { return day(reaching: occurred) }
    return day(reaching: occurred, reportedOn: published)
  }

  /// The day on which something that was reported on a day is reached.
  package func day(reaching occurred: FuzzyDate, reportedOn published: FuzzyDate) -> Day {
    let day = day(reaching: occurred)
    return rules.waitsForDoubtAlone ? min(day, max(published.latest, occurred.earliest)) : day
  }
}
