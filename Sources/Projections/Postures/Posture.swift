package import Stances

/// Where one company stands in one market, in the answer to one query.
///
/// Every field names the events that set it. Dates are shown as they were given.
package struct Posture: Hashable, Sendable {
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  package let market: Market
  package let voice: Voice
  /// What it does; nil for unknown.
  package let conduct: Conduct?
  package let review: Review
  /// Announcements whose day is still ahead, earliest first.
  package let pledges: [Pledge]
  /// Voice depth − conduct depth; nil while conduct is unknown or the business was seized.
  package let gap: Int?
  package let reading: Reading
  /// Whole days since the side that is ahead, word or deed, began; counted from its first
  /// possible day.
  package let age: Int?
  /// The day by which the latest word is due, where it named one.
  package let due: FuzzyDate?
  /// Whole days since the last possible due day.
  package let overdue: Int?
  package let contested: [Contest]
  /// The latest publication among all events that count.
  package let lastEvidence: FuzzyDate?

  /// What a company says.
  package struct Voice: Hashable, Sendable {
    package let kind: VoiceKind
    /// The level announced; nil for every other kind.
    package let level: Level?
    package let depth: Int
    package let since: FuzzyDate?
    package let events: [EventID]
  }

  /// What a company does.
  package struct Conduct: Hashable, Sendable {
    package let level: Level
    package let basis: Basis
    /// The best grade among the events of the run.
    package let grade: AdmiraltyGrade
    package let since: FuzzyDate
    package let events: [EventID]
    /// Whether the business was seized.
    package let seized: Bool
  }

  /// Where its compliance review stands.
  package struct Review: Hashable, Sendable {
    package let state: ReviewFinding.State
    package let since: FuzzyDate?
    /// What a concluded review came to.
    package let outcome: String?
    package let events: [EventID]
  }

  /// An announcement whose day has not come.
  package struct Pledge: Hashable, Sendable {
    package let event: EventID
    package let level: Level
    package let due: FuzzyDate
  }

  /// Evidence that stands against the conduct found.
  package struct Contest: Hashable, Sendable {
    package let event: EventID
    /// The level claimed; nil for a denial.
    package let level: Level?
    package let rule: OverrulingRule
  }
}
