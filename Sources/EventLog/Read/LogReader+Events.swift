import GRDB
package import Stances

extension LogReader {
  /// The event with an id, if it is recorded.
  package func event(_ id: EventID) throws -> RecordedEvent? {
    let lookup = try LogLookup(database)
    return try lookup.position(of: id).flatMap { try event(at: $0, lookup) }
  }

  /// The event at a position, if there is one.
  package func event(at position: Int64) throws -> RecordedEvent? {
    try event(at: position, LogLookup(database))
  }

  /// Reads the events that a filter lets through, until `body` answers false.
  package func forEachEvent(
    _ filter: EventFilter = EventFilter(), _ body: (RecordedEvent) throws -> Bool
  ) throws {
    guard let query = try EventQuery(filter, in: LogLookup(database)) else { return }
    let scan = try query.statement(in: database)
    var rest = filter.limit ?? .max
    while rest > 0, try scan.step() {
      let event = try recorded(at: scan.integer(0), Array(scan.bytes(1)))
      guard query.accepts(event) else { continue }
      rest -= 1
      guard try body(event) else { return }
    }
  }

  /// The events that a filter lets through.
  package func events(_ filter: EventFilter = EventFilter()) throws -> [RecordedEvent] {
    var found: [RecordedEvent] = []
    try forEachEvent(filter) { event in
      found.append(event)
      return true
    }
    return found
  }

  /// Reads the canonical bytes of every event as it was proposed, in order: what an export holds.
  ///
  /// The log's own keys are left out: they say nothing of any other log.
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

  private func event(at position: Int64, _ lookup: LogLookup) throws -> RecordedEvent? {
    try lookup.bytes(at: position).map { try recorded(at: position, $0) }
  }

  private func recorded(at position: Int64, _ bytes: [UInt8]) throws -> RecordedEvent {
    try readable("the event at \(position)") { () throws(EventError) in
      try RecordedEvent(position: position, bytes: bytes)
    }
  }
}
