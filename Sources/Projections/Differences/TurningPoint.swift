package import Stances

/// A day on which a posture or the status of a measure changed, by what a query knows.
package struct TurningPoint: Hashable, Sendable {
  /// What changed.
  package enum Change: Hashable, Sendable {
    case posture(PostureChange)
    case measure(MeasureChange)

    /// The events that did it.
    package var causes: [EventID] {
      switch self {
      case .posture(let change): change.causes
      case .measure(let change): change.causes
      }
    }
  }

  /// The first day of the change, as a replay counts it: of a fuzzy date the day that reaches it.
  package let day: Day
  /// What changed, from the day before to this day.
  package let change: Change
  /// When the log came to say so: as it took in the latest of the causes or its correction.
  package let recorded: Timestamp
}
