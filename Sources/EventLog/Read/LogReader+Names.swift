import GRDB
package import Stances

/// What an answer needs to name an event: no more than its columns.
package struct EventName: Hashable, Sendable {
  /// The position of the event in the log.
  package let position: Position
  /// The event's own id.
  package let id: EventID
  /// The type as written.
  package let type: String
  /// The dates exactly as given.
  package let occurred: String?
  /// When anyone could have known, exactly as given.
  package let published: String?
}

extension LogReader {
  /// The names of events, by position; positions that the log does not have are left out.
  package func eventNames(at positions: some Sequence<Position>) throws -> [Position: EventName] {
    let row = try RawStatement(
      shared: "SELECT id, type, occurred, published FROM event WHERE position = ?", in: database)
    var names: [Position: EventName] = [:]
    // In order, so that neighbours are found on the page that was read last.
    for position in Set(positions).sorted() {
      row.bind(position, at: 1)
      if try row.step() {
        names[position] = EventName(
          position: position, id: EventID(recorded: row.text(0)), type: row.text(1),
          occurred: row.optionalText(2), published: row.optionalText(3))
      }
      row.reset()
    }
    return names
  }

  /// The ids of events in the order of the positions, which ascend; positions that the log does not
  /// have are left out.
  package func eventIDs(at positions: [Position]) throws -> [EventID] {
    let row = try RawStatement(
      shared: "SELECT id FROM event WHERE position = ?", in: database)
    var ids: [EventID] = []
    ids.reserveCapacity(positions.count)
    for position in positions {
      row.bind(position, at: 1)
      if try row.step() { ids.append(EventID(recorded: row.text(0))) }
      row.reset()
    }
    return ids
  }

  /// The bodies most like one that the log did not have by a position; nil for one that it had.
  package func suggestions(for body: BodyID, by position: Position) throws -> [String]? {
    try suggestions(for: LogName(body), by: position)
  }

  /// The measures most like one that the log did not have by a position; nil for one that it had.
  package func suggestions(for measure: MeasureKey, by position: Position) throws -> [String]? {
    try suggestions(for: LogName(measure), by: position)
  }

  private func suggestions(for name: LogName, by position: Position) throws -> [String]? {
    let lookup = try LogLookup(database)
    if let key = try lookup.key(of: name) {
      let first = try RawStatement(
        "SELECT min(position) FROM subject WHERE name = ?", in: database)
      first.bind(key, at: 1)
      if let first = try first.firstPosition(), first <= position { return nil }
    }
    return try lookup.nearest(to: name, checking: checkTime).filter { $0 != name.slug }
  }

  /// The first slugs of companies, bodies or measures that begin with a text, in order.
  ///
  /// - Parameters:
  ///   - kind: what they name: `company`, `body` or `measure`.
  ///   - prefix: what they begin with.
  ///   - limit: how many are wanted.
  /// - Returns: the slugs.
  /// - Throws: ``EventLogError``.
  package func slugs(
    of kind: String, beginning prefix: String, limit: Int
  ) throws -> [String] {
    let rows = try RawStatement(
      shared: """
        SELECT slug FROM name WHERE kind = ? AND slug >= ? AND slug < ? ORDER BY slug LIMIT ?
        """,
      in: database)
    rows.bind(kind, at: 1)
    return try texts(of: rows, beginning: prefix, limit: limit, from: 2)
  }

  /// The first ids of events that begin with a text, in order.
  ///
  /// - Parameters:
  ///   - prefix: what they begin with.
  ///   - limit: how many are wanted.
  /// - Returns: the ids.
  /// - Throws: ``EventLogError``.
  package func eventIDs(beginning prefix: String, limit: Int) throws -> [String] {
    let rows = try RawStatement(
      shared: "SELECT id FROM event WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", in: database)
    return try texts(of: rows, beginning: prefix, limit: limit, from: 1)
  }

  private func texts(
    of rows: RawStatement, beginning prefix: String, limit: Int, from place: CInt
  ) throws -> [String] {
    rows.bind(prefix, at: place)
    // Behind every slug that begins so: none has a brace.
    rows.bind("\(prefix){", at: place + 1)
    rows.bind(Int64(limit), at: place + 2)
    defer { rows.reset() }
    var texts: [String] = []
    while try rows.step() { texts.append(rows.text(0)) }
    return texts
  }

  /// The events that are most like a misspelt one.
  package func nearestEvents(to id: EventID) throws -> [String] {
    try LogLookup(database).nearest(to: id, checking: checkTime)
  }
}
