import GRDB
import Stances
import Transparency

/// Inserts the rows of one event after another on prepared statements.
final class RowWriter {
  private let lookup: LogLookup
  private let insertEvent: RawStatement
  private let insertName: RawStatement
  private let insertMove: RawStatement
  private let insertSubject: RawStatement
  private let insertAmendment: RawStatement
  private let insertRegistration: RawStatement
  private let insertLabel: RawStatement
  private let greatestKey: RawStatement
  /// The greatest key of a name; nil until the first name is inserted.
  private var lastKey: Int64?

  init(_ database: Database, lookup: LogLookup) throws {
    self.lookup = lookup
    insertEvent = try RawStatement(shared: Insertions.event, in: database)
    insertName = try RawStatement(shared: Insertions.name, in: database)
    insertMove = try RawStatement(shared: Insertions.move, in: database)
    insertSubject = try RawStatement(shared: Insertions.subject, in: database)
    insertAmendment = try RawStatement(shared: Insertions.amendment, in: database)
    insertRegistration = try RawStatement(shared: Insertions.registration, in: database)
    insertLabel = try RawStatement(shared: Insertions.label, in: database)
    greatestKey = try RawStatement(shared: "SELECT max(key) FROM name", in: database)
  }

  /// Inserts the event itself, with its bytes as recorded and the tree's nodes that it completes.
  ///
  /// Answers false, and inserts nothing, if its id is recorded already.
  func insert(
    _ event: Event, _ bytes: [UInt8], _ nodes: [MerkleHash], at position: Position,
    recorded: RecordingMoment
  ) throws -> Bool {
    insertEvent.bind(position, at: 1)
    insertEvent.bind(event.id.text, at: 2)
    insertEvent.bind(event.content.type.rawValue, at: 3)
    insertEvent.bind(Int64(event.version), at: 4)
    insertEvent.bind(recorded.timestamp.milliseconds, at: 5)
    insertEvent.bind(recorded.recorder, at: 6)
    insertEvent.bind(event.occurred?.text, at: 7)
    insertEvent.bind(event.published?.text, at: 8)
    insertEvent.bind(event.occurred?.earliest.column, at: 9)
    insertEvent.bind(event.occurred?.latest.column, at: 10)
    insertEvent.bind(event.published?.earliest.column, at: 11)
    insertEvent.bind(event.published?.latest.column, at: 12)
    nodes.withUnsafeBytes { insertEvent.bind($0, at: 13) }
    bytes.withUnsafeBytes { insertEvent.bind($0, at: 14) }
    do {
      try insertEvent.insert()
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      guard try lookup.position(of: event.id) != nil else { throw error }
      return false
    }
  }

  /// Inserts what the other tables have about an event, and answers the subjects whose names are not
  /// there yet: an amendment also concerns those for which its target waits.
  func insert(_ rows: DerivedRows) throws -> [DerivedRows.Subject] {
    try introduce(rows.introduced)
    let waiting =
      rows.amendment == nil ? [] : try rows.subjects.filter { try lookup.key(of: $0.name) == nil }
    for subject in rows.subjects where !waiting.contains(subject) { try insert(subject) }
    try insertInterpretation(rows)
    return waiting
  }

  /// Inserts a name that an event concerns.
  func insert(_ subject: DerivedRows.Subject) throws { try insert(subject, by: insertSubject) }

  /// Inserts the moves, the amendment and the registration that an event implies, whose names the
  /// log has.
  func insertInterpretation(_ rows: DerivedRows) throws {
    for move in rows.moves { try insert(move, by: insertMove) }
    if let amendment = rows.amendment { try insert(amendment, by: insertAmendment) }
    if let registration = rows.registration { try insert(registration, by: insertRegistration) }
    for label in rows.labels { try insert(label, by: insertLabel) }
  }

  /// Gives a name that an event brings into the log its key, unless it has one.
  func introduce(_ name: LogName?) throws {
    if let name, try lookup.key(of: name) == nil { try insert(name) }
  }

  private func insert(_ row: some DerivedRow, by statement: RawStatement) throws {
    try row.bind(to: statement, in: lookup)
    try statement.insert()
  }

  private func insert(_ name: LogName) throws {
    let key = try (lastKey ?? greatestKey.firstInteger() ?? 0) + 1
    insertName.bind(key, at: 1)
    insertName.bind(name.kind.rawValue, at: 2)
    insertName.bind(name.slug, at: 3)
    try insertName.insert()
    lastKey = key
    lookup.remember(name, key: key)
  }
}

/// What inserts a row into each table, as SQL; made once, for an append of one event needs all.
private enum Insertions {
  static let event = insertion(into: .event, columns: 14)
  static let name = insertion(into: .name, columns: 3)
  static let move = insertion(into: .move, columns: 21)
  static let subject = insertion(into: .subject, columns: 2)
  static let amendment = insertion(into: .amendment, columns: 6)
  static let registration = insertion(into: .registration, columns: 14)
  static let label = insertion(into: .label, columns: 4)

  private static func insertion(into table: TableDefinition, columns: Int) -> String {
    let parameters = Array(repeating: "?", count: columns).joined(separator: ", ")
    return "INSERT INTO \(table.name) VALUES (\(parameters))"
  }
}
