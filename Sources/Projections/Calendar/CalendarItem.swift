package import Stances

/// One date of one event, for a calendar: when it was so, or a day that it names ahead.
package struct CalendarItem: Hashable, Sendable {
  /// What falls on the date.
  package enum Occasion: String, Term {
    /// What the event tells.
    case happened
    /// The day by which a company promised what it announced.
    case due
    /// The day from which a step of a measure counts.
    case effective
    /// The last day of a measure or of its suspension.
    case ends
  }

  /// What falls on the date.
  package let occasion: Occasion
  /// The date, as given.
  package let day: FuzzyDate
  /// What the event tells, with its actor, sources and note.
  package let entry: TimelineEntry
  /// When the log took in the event.
  package let recorded: Timestamp
  /// When the log took in the event or what changed the item last: an amendment, or a later event
  /// that may strike its day out or bring it back.
  package let changed: Timestamp
  /// How many such changes there were; it only grows with the log.
  package let revision: Int
  /// Whether it is withdrawn: the event by a retraction, the day ahead by a later word or step.
  package let isWithdrawn: Bool
}
