package import Stances

// What a log says of itself: who recorded it, and where it is registered.

extension LogReader {
  /// Who recorded the last events up to a position, those who recorded most first.
  ///
  /// - Parameters:
  ///   - position: the last position that counts.
  ///   - count: how many events are looked at, so that the time does not grow with the log.
  /// - Returns: each name with its events among them.
  /// - Throws: ``EventLogError``.
  package func recorders(
    upTo position: Position, amongLast count: Int64
  ) throws -> [RecorderShare] {
    let rows = try RawStatement(
      """
      SELECT recorder, count(*), min(recorded), max(recorded) FROM event
      WHERE position > ? AND position <= ? GROUP BY recorder ORDER BY 2 DESC, 1
      """, in: database)
    rows.bind(position.number - count, at: 1)
    rows.bind(position, at: 2)
    var found: [RecorderShare] = []
    while try rows.step() {
      found.append(
        RecorderShare(
          name: rows.text(0), events: rows.integer(1),
          first: Timestamp(milliseconds: rows.integer(2)),
          last: Timestamp(milliseconds: rows.integer(3))))
    }
    return found
  }

  /// Where events register the log itself, up to a position, in order.
  ///
  /// - Throws: ``EventLogError``.
  package func logRegistrations(upTo position: Position) throws -> [Position] {
    let rows = try RawStatement(
      shared: """
        SELECT position FROM event
        WHERE type = '\(EventType.logRegistered.rawValue)' AND position <= ? ORDER BY position
        """, in: database)
    defer { rows.reset() }
    rows.bind(position, at: 1)
    var found: [Position] = []
    while try rows.step() { found.append(rows.position(0)) }
    return found
  }
}
