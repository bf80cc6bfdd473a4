import GRDB
package import Stances

/// A state that the log had: the last event of one append, or of several in the same millisecond.
package struct LogState: Hashable, Sendable {
  /// The last position of the state.
  package let position: Int64
  /// When that was recorded; nil for a log without events.
  package let recorded: Timestamp?

  /// A state by its last position.
  package init(position: Int64, recorded: Timestamp?) {
    self.position = position
    self.recorded = recorded
  }
}

extension LogReader {
  /// The state that the log has now.
  package var state: LogState {
    get throws { LogState(position: try head, recorded: try lastRecorded) }
  }

  /// When the event at a position was recorded; nil where there is none.
  package func recorded(at position: Int64) throws -> Timestamp? {
    let row = try RawStatement(
      shared: "SELECT recorded FROM event WHERE position = ?", in: database)
    row.bind(position, at: 1)
    return try row.firstInteger().map(Timestamp.init(milliseconds:))
  }

  /// The states that the log had after a position, in order, at most so many.
  ///
  /// From each state the next is found by halving, so that no event is read in between.
  package func states(after position: Int64, limit: Int) throws -> [LogState] {
    var states: [LogState] = []
    var last = position
    while states.count < limit, let recorded = try recorded(at: last + 1) {
      last = try self.position(recordedBy: recorded)
      states.append(LogState(position: last, recorded: recorded))
    }
    return states
  }
}
