import GRDB
package import Stances

extension LogReader {
  /// The event with an id, if it is recorded.
  package func event(_ id: EventID) throws -> RecordedEvent? {
    let lookup = try LogLookup(database)
    return try lookup.position(of: id).flatMap { try event(at: $0, lookup) }
  }

  /// The event at a position, if there is one.
  package func event(at position: Position) throws -> RecordedEvent? {
    try event(at: position, LogLookup(database))
  }

  /// Reads the events that a filter lets through, until `body` answers false.
  package func forEachEvent(
    _ filter: EventFilter = EventFilter(), _ body: (RecordedEvent) throws -> Bool
  ) throws {
    guard let query = try EventQuery(filter, in: LogLookup(database)) else { return }
    var rest = filter.limit ?? .max
    guard rest > 0 else { return }
    try query.forEach(in: database) { position, bytes in
      let event = try recorded(at: position, Array(bytes))
      guard query.accepts(event) else { return true }
      rest -= 1
      return try body(event) && rest > 0
    }
  }

  /// The events that a filter lets through.
  package func events(_ filter: EventFilter = EventFilter()) throws -> [RecordedEvent] {
    var found: [RecordedEvent] = []
    try forEachEvent(filter) { event in
      // Its bytes, what they say, and both again in the answer's own form.
      try gather(8 * event.bytes.count)
      found.append(event)
      return true
    }
    return found
  }

  /// Reads the canonical bytes of every event as it was submitted, in order: what an export
  /// contains.
  ///
  /// The log's own keys are omitted: they say nothing about any other log.
  package func forEachProposal(_ body: ([UInt8]) throws -> Void) throws {
    let scan = try RawStatement(
      """
      SELECT position, json FROM event WHERE type <> '\(EventType.logKey.rawValue)'
      ORDER BY position
      """, in: database)
    while try scan.step() {
      let bytes = Array(scan.bytes(1))
      try body(
        try readable("the event at \(scan.integer(0))") { () throws(EventError) in
          try RecordedEvent.proposedBytes(of: bytes)
        })
    }
  }

  private func event(at position: Position, _ lookup: LogLookup) throws -> RecordedEvent? {
    try lookup.bytes(at: position).map { try recorded(at: position, $0) }
  }

  private func recorded(at position: Position, _ bytes: [UInt8]) throws -> RecordedEvent {
    try readable("the event at \(position)") { () throws(EventError) in
      try RecordedEvent(position: position, bytes: bytes)
    }
  }
}

/// A state that the log had: the last event of one append, or of several in the same millisecond.
package struct LogState: Hashable, Sendable {
  /// The last position of the state.
  package let position: Position
  /// When that was recorded; nil for a log without events.
  package let recorded: Timestamp?

  /// A state by its last position.
  package init(position: Position, recorded: Timestamp?) {
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
  package func recorded(at position: Position) throws -> Timestamp? {
    let row = try RawStatement(
      shared: "SELECT recorded FROM event WHERE position = ?", in: database)
    row.bind(position, at: 1)
    return try row.firstInteger().map(Timestamp.init(milliseconds:))
  }

  /// The states that the log had after a position, in order, up to a number.
  ///
  /// From each state the next is found by halving, so that no event is read in between.
  package func states(after position: Position, limit: Int) throws -> [LogState] {
    var states: [LogState] = []
    var last = position
    while states.count < limit, let recorded = try recorded(at: last.next) {
      last = try self.position(recordedBy: recorded)
      states.append(LogState(position: last, recorded: recorded))
    }
    return states
  }
}
