/// When a fuzzy date counts as reached.
package enum Fuzziness: String, Hashable, Sendable, CaseIterable {
  /// As soon as it may have come: on its earliest day.
  case lenient
  /// Only when it must have come: on its latest day.
  case strict
}

extension FuzzyDate {
  /// Whether the date has come by a day.
  package func reached(by day: Day, _ fuzziness: Fuzziness) -> Bool {
    switch fuzziness {
    case .lenient: earliest <= day
    case .strict: latest <= day
    }
  }
}
