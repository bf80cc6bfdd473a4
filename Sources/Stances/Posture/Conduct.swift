/// On whose word a conduct rests.
package enum Basis: String, Term {
  /// Others report it.
  case reported
  /// The company itself declared it.
  case declared
}

/// What a company does, since when, and by which claims: the run of winning claims at one level.
package struct ConductFinding: Hashable, Sendable {
  /// The level of the winning claims.
  package var level: Level
  /// Whether all of them are the company's own.
  package var basis: Basis
  /// The rank of the best grade among the run's claims.
  package var grade: GradeRank
  /// The first and last day of the run's first claim.
  package var since: DayRange
  /// The run's claims, in fold order.
  package var events: [Position]
  /// The run's first claim takes its date from `effective`, not from `occurred`.
  package var sinceIsEffective: Bool
  /// Whether the business was seized.
  package var seized: Bool
}

/// The state of a company's compliance review.
package struct ReviewFinding: Hashable, Sendable {
  /// Whether there is one, and whether it goes on.
  package enum State: String, Term { case none, open, concluded }

  /// Whether a review is open, concluded, or was never heard of.
  package var state: State = .none
  /// The first and last day of the first event that says so.
  package var since: DayRange?
  /// The events that say so, in fold order.
  package var events: [Position] = []
}
