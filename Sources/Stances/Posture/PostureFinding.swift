/// The answer of the posture rules for one company in one market, in positions of the log.
package struct PostureFinding: Hashable, Sendable {
  /// Evidence that contradicts the conduct found.
  package struct Contest: Hashable, Sendable {
    /// The position of the event that claims or denies.
    package let position: Position
    /// The level claimed; nil for a denial.
    package let level: Level?
    /// The rule by which it did not win.
    package let rule: OverrulingRule
    /// On whose word it rests.
    var basis = Basis.reported
    /// Whether it says that the company withdrew from a part of its business.
    var isPartialWithdrawal = false
  }

  /// An announcement whose day has not come.
  package struct Pledge: Hashable, Sendable {
    /// The position of the announcement.
    package let position: Position
    /// The level it promises.
    package let level: Level
    /// The first and last day by which it is promised.
    package let due: DayRange
    /// When it was said, as the order of the fold has it.
    let key: Move.DateKey
    /// The level as a word, of which an announced exit is one.
    let said: Level?
  }

  /// What the company says.
  package var voice: VoiceFinding
  /// What it does; nil for unknown.
  package var conduct: ConductFinding?
  /// The state of its compliance review.
  package var review: ReviewFinding
  /// Announcements whose day is still ahead, earliest first.
  package var pledges: [Pledge]
  /// The positions of announcements that a later word cancelled before their day.
  package var cancelled: [Position]
  /// The evidence that contradicts the conduct found.
  package var contested: [Contest]
  /// Weak claims at the conduct's level before the first credible one, which do not count.
  package var trimmed: [Position] = []
  /// Voice depth − conduct depth; nil where the reading compares no word with a deed.
  package var gap: Int?
  /// What the gap between word and deed reads as.
  package var reading: Reading
  /// Whole days since the side that is ahead, word or deed, began.
  ///
  /// Counted from its first possible day; nil where the gap is 0 or not known.
  package var age: Int?
  /// Whole days since the last possible due day; nil where none was named or it is not past.
  package var overdue: Int?
  /// Whole days since the newest claim on conduct, if that is long ago.
  package var stale: Int?
  /// The last day of that claim, if that is long ago.
  package var newestClaim: Day?
  /// The event with the latest publication among all that count.
  package var lastPublished: Position?
}

/// What one move did to one field of a posture, in the order of the fold.
package struct Decision: Hashable, Sendable {
  /// The field of a posture that a move can set.
  package enum Field: String, Term { case voice, conduct, review }

  /// The position of the event.
  package let position: Position
  /// The part of the posture that it bears on.
  package let field: Field
  /// The level said or claimed, where there is one.
  package let level: Level?
  /// The rule that overruled the move; nil where it set the field.
  package var overruledBy: OverrulingRule?
  /// The first event of what stood in the field when the move was overruled, if anything did.
  package var against: Position?
}

/// What the gap between voice and conduct reads as; never a verdict on a company.
package enum Reading: String, Term {
  /// It says what it does.
  case inLine = "in_line"
  /// It has withdrawn further than it says.
  case quietRetreat = "quiet_retreat"
  /// It says more than it does, and the day it named is still ahead.
  case pledged
  /// It announced its exit and is on the way.
  case underWay = "under_way"
  /// It announced its exit, and nothing newer than a year is recorded on what it does.
  case nothingSince = "nothing_since"
  /// The day that it named has passed, and no one has credibly reported since what it does.
  case unconfirmed
  /// It says more than it does.
  case unkeptWord = "unkept_word"
  /// What it says depends on a condition.
  case conditional
  /// No word on the level is recorded that its conduct could be compared with.
  case noWord = "no_word"
  /// Word and deed name different lines of its business.
  case otherLines = "other_lines"
  /// What it does is not known.
  case unknown
  /// Its business was seized, so neither word nor deed is its own.
  case notApplicable = "not_applicable"
}
