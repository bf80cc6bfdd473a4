/// The three clocks of one query: what was so on a day, as known by a day, as recorded up to a
/// position; and the rules by which that is found.
package struct Clocks: Hashable, Sendable {
  /// The valid clock: what was true on this day.
  package var to: Day
  /// The public clock: what anyone could have known by this day; nil for no limit.
  package var knownBy: Day?
  /// The log clock: the last position that counts.
  package var at: Position
  /// When a fuzzy date counts as reached, on both calendar clocks.
  package var fuzzy: Fuzziness
  /// The rules by which the query is answered.
  package var rules: RuleSet

  /// The clocks of a query; without `knownBy` everything published counts.
  package init(
    to: Day, knownBy: Day? = nil, at: Position, fuzzy: Fuzziness = .lenient,
    rules: RuleSet = .current
  ) {
    self.to = to
    self.knownBy = knownBy
    self.at = at
    self.fuzzy = fuzzy
    self.rules = rules
  }

  /// When dates count as reached.
  package var reach: DateReach { DateReach(fuzzy, by: rules) }

  /// Whether a date is reached on the valid clock.
  package func hasReached(_ date: FuzzyDate) -> Bool {
    reach.day(reaching: date) <= to
  }

  /// Whether an event has happened; one without a date always has.
  package func hasReached(_ event: Event) -> Bool {
    reach.day(reaching: event).map { $0 <= to } ?? true
  }

  /// Whether something published then could be known; what needs no publication always can.
  package func couldKnow(_ published: FuzzyDate?) -> Bool {
    guard let knownBy, let published else { return true }
    return reach.day(reaching: published) <= knownBy
  }

  /// Whether a dated, published event counts on both calendar clocks.
  package func includes(_ event: Event) -> Bool {
    couldKnow(event.published) && hasReached(event)
  }
}
