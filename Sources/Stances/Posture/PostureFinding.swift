/// The answer of the posture rules for one company in one market, in positions of the log.
package struct PostureFinding: Hashable, Sendable {
  /// Evidence that stands against the conduct found.
  package struct Contest: Hashable, Sendable {
    /// The position of the event that claims or denies.
    package let position: Int64
    /// The level claimed; nil for a denial.
    package let level: Level?
    /// The rule by which it did not win.
    package let rule: OverrulingRule
  }

  /// An announcement whose day has not come.
  package struct Pledge: Hashable, Sendable {
    /// The position of the announcement.
    package let position: Int64
    /// The level it promises.
    package let level: Level
    /// The first and last day by which it is promised.
    package let due: DayRange
  }

  /// What the company says.
  package var voice: VoiceFinding
  /// What it does; nil for unknown.
  package var conduct: ConductFinding?
  /// Where its compliance review stands.
  package var review: ReviewFinding
  /// Announcements whose day is still ahead, earliest first.
  package var pledges: [Pledge]
  /// The positions of announcements that a later word cancelled before their day.
  package var cancelled: [Int64]
  /// The evidence that stands against the conduct found.
  package var contested: [Contest]
  /// Voice depth − conduct depth; nil while conduct is unknown or the business was seized.
  package var gap: Int?
  /// What the gap between word and deed reads as.
  package var reading: Reading
  /// Whole days since the side that is ahead, word or deed, began.
  ///
  /// Counted from its first possible day; nil where the gap is 0 or not known.
  package var age: Int?
  /// Whole days since the last possible due day; nil where none was named or it is not past.
  package var overdue: Int?
  /// The event with the latest publication among all that count.
  package var lastPublished: Int64?
}
