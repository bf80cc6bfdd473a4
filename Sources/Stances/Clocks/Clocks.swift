/// The three clocks of one query: what was true on a day, as known by a day, as recorded up to a
/// position.
package struct Clocks: Hashable, Sendable {
  /// The valid clock: what was true on this day.
  package var to: Day
  /// The public clock: what anyone could have known by this day; nil for no limit.
  package var knownBy: Day?
  /// The log clock: the last position that counts.
  package var at: Int64
  /// When a fuzzy date counts as reached, on both calendar clocks.
  package var fuzzy: Fuzziness

  /// The clocks of a query; without `knownBy` everything published counts.
  package init(to: Day, knownBy: Day? = nil, at: Int64, fuzzy: Fuzziness = .lenient) {
    self.to = to
    self.knownBy = knownBy
    self.at = at
    self.fuzzy = fuzzy
  }

  /// Whether a date is reached on the valid clock.
  package func hasReached(_ date: FuzzyDate) -> Bool {
    date.reached(by: to, fuzzy)
  }

  /// Whether something published then could be known; what needs no publication always can.
  package func couldKnow(_ published: FuzzyDate?) -> Bool {
    guard let knownBy, let published else { return true }
    return published.reached(by: knownBy, fuzzy)
  }

  /// Whether a dated, published event counts on both calendar clocks.
  package func includes(_ event: Event) -> Bool {
    couldKnow(event.published) && (event.occurred.map(hasReached) ?? true)
  }
}
