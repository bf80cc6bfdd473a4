/// What a company says about a market.
package enum VoiceKind: String, Term {
  /// Nothing heard.
  case silent
  /// Asked, it gave no answer.
  case declined
  /// It made a statement that says nothing on the level.
  case spoke
  /// It announced a level.
  case announced
  /// It said that it carries on.
  case defended
  /// It denied a report or a label.
  case denied
  /// It made its return known.
  case reversed

  /// Whether it says nothing at all on what the company does.
  var isNoWord: Bool { self == .silent || self == .declined || self == .spoke }

  /// Whether it says what the company does, so that a denial does not displace it.
  package var isStandingWord: Bool {
    switch self {
    case .announced, .defended, .reversed: true
    case .silent, .declined, .spoke, .denied: false
    }
  }
}

/// What a company says, since when, and by which events.
package struct VoiceFinding: Hashable, Sendable {
  /// What kind of word the latest one is.
  package var kind: VoiceKind = .silent
  /// The level announced; nil for every other kind.
  package var level: Level?
  /// The unbroken run of words that say the same, in fold order.
  package var events: [Position] = []
  /// The first and last day of the run's first word.
  package var since: DayRange?
  /// The due date of the latest word, where it named one.
  package var due: DayRange?
  /// The event that named the due date.
  package var dueEvent: Position?
  /// The event with the condition on which the latest word depends.
  package var conditionEvent: Position?
  /// What the words of the run are about.
  var lines = Lines()

  /// The depth of what is said: an announced level's, else 0.
  package var depth: Int { level?.depth ?? 0 }
}
