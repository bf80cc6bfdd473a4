import GRDB
import Stances
import Transparency

/// Point look-ups in a log, each on one prepared statement; the keys of names are remembered.
final class LogLookup {
  private let database: Database
  private let keyOfName: RawStatement
  private let positionOfEvent: RawStatement
  private let eventAtPosition: RawStatement
  private let retractionsOfPosition: RawStatement
  private var keys: [LogName: Int64] = [:]

  init(_ database: Database) throws {
    self.database = database
    keyOfName = try RawStatement(
      shared: "SELECT key FROM name WHERE kind = ? AND slug = ?", in: database)
    positionOfEvent = try RawStatement(
      shared: "SELECT position FROM event WHERE id = ?", in: database)
    eventAtPosition = try RawStatement(
      shared: "SELECT json FROM event WHERE position = ?", in: database)
    retractionsOfPosition = try RawStatement(
      shared: """
        SELECT position FROM amendment
        WHERE target = ? AND kind = \(Amendment.Kind.retraction.rawValue) AND position > target
        """, in: database)
  }

  /// The number of a name, if the log has it.
  func key(of name: LogName) throws -> Int64? {
    if let key = keys[name] { return key }
    keyOfName.bind(name.kind.rawValue, at: 1)
    keyOfName.bind(name.slug, at: 2)
    let key = try keyOfName.firstInteger()
    keys[name] = key
    return key
  }

  /// The numbers of all names.
  func allKeys() throws -> [LogName: Int64] {
    let rows = try RawStatement("SELECT key, kind, slug FROM name", in: database)
    var keys: [LogName: Int64] = [:]
    while try rows.step() {
      guard let kind = NameKind(rawValue: rows.text(1)) else { continue }
      keys[LogName(kind: kind, slug: rows.text(2))] = rows.integer(0)
    }
    return keys
  }

  /// The versions in which the log has events of a type.
  func versions(of type: String) throws -> [Int64] {
    let next = try RawStatement(
      shared: "SELECT min(v) FROM event WHERE type = ? AND v > ?", in: database)
    next.bind(type, at: 1)
    var versions: [Int64] = []
    while true {
      next.bind(versions.last ?? .min, at: 2)
      guard let version = try next.firstInteger() else { return versions }
      versions.append(version)
    }
  }

  /// Remembers the number that a name was just given.
  func remember(_ name: LogName, key: Int64) {
    keys[name] = key
  }

  /// Where an event is recorded, if it is.
  func position(of id: EventID) throws -> Position? {
    positionOfEvent.bind(id.text, at: 1)
    return try positionOfEvent.firstPosition()
  }

  /// Where the events that a denial names are recorded.
  func positions(deniedBy event: Event) throws -> [EventID: Position] {
    guard case .denial(let denial) = event.content else { return [:] }
    var positions: [EventID: Position] = [:]
    for id in denial.denies { positions[id] = try position(of: id) }
    return positions
  }

  /// The stored bytes of the event at a position.
  func bytes(at position: Position) throws -> [UInt8]? {
    eventAtPosition.bind(position, at: 1)
    defer { eventAtPosition.reset() }
    return try eventAtPosition.step() ? Array(eventAtPosition.bytes(0)) : nil
  }

  /// The event at a position.
  func event(at position: Position) throws -> RecordedEvent? {
    try bytes(at: position).map { try RecordedEvent(position: position, bytes: $0) }
  }

  /// The position of a retraction that withdraws an event and is not withdrawn itself.
  func standingRetraction(of position: Position) throws -> Position? {
    var retractions: [Position] = []
    retractionsOfPosition.bind(position, at: 1)
    while try retractionsOfPosition.step() {
      retractions.append(retractionsOfPosition.position(0))
    }
    retractionsOfPosition.reset()
    return try retractions.first { try standingRetraction(of: $0) == nil }
  }

  /// The keys that the events before a position name.
  func keyChain(before position: Position) throws -> KeyChain {
    try LogKeyEvents(database, upTo: Position(position.number - 1)).chain()
  }

  /// The names of a kind that are most like a misspelt one; `check` throws to end the search.
  func nearest(
    to name: LogName, checking check: () throws -> Void = {}
  ) throws -> [String] {
    let names = try String.fetchCursor(
      database, sql: "SELECT slug FROM name WHERE kind = ?", arguments: [name.kind.rawValue])
    return try nearestNames(to: name.slug, among: try Array(names), checking: check)
  }

  /// The ids most like a misspelt one, among the events recorded last; `check` throws to end the
  /// search.
  func nearest(to id: EventID, checking check: () throws -> Void = {}) throws -> [String] {
    let ids = try String.fetchCursor(
      database, sql: "SELECT id FROM event ORDER BY position DESC LIMIT 20000")
    return try nearestNames(to: id.text, among: try Array(ids), checking: check)
  }
}
