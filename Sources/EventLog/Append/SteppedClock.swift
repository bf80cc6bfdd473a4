package import JSON
package import Stances

/// A clock that is behind the last event of a log: it was set back, or was ahead when that was
/// recorded.
///
/// Time in a log never runs backwards: until the clock has passed that time, it is the time at which
/// events are recorded.
package struct SteppedClock: Hashable, Sendable {
  /// What the clock says.
  package let now: Timestamp
  /// When the log's last event was recorded.
  package let last: Timestamp

  /// Answers nil where the clock is not behind, or there is no event.
  package init?(now: Timestamp, last: Timestamp?) {
    guard let last, now < last else { return nil }
    (self.now, self.last) = (now, last)
  }

  /// Both times for programs.
  package var json: JSONValue {
    ["now": .string(now.description), "last": .string(last.description)]
  }
}

extension SteppedClock: CustomStringConvertible {
  package var description: String {
    "the clock says \(now), and the log's last event is recorded later, at \(last): it was wrong "
      + "then or is now; until it has passed that time, events are recorded at that time"
  }
}
