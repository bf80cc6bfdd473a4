import GRDB
import Stances

/// Inserts the rows of one event after another on prepared statements.
final class RowWriter {
  private let lookup: LogLookup
  private let insertEvent: RawStatement
  private let insertName: RawStatement
  private let insertMove: RawStatement
  private let insertSubject: RawStatement
  private let insertAmendment: RawStatement
  private let insertRegistration: RawStatement
  private var lastKey: Int64

  init(_ database: Database, lookup: LogLookup) throws {
    self.lookup = lookup
    func insertion(into table: Table, columns: Int) throws -> RawStatement {
      let parameters = Array(repeating: "?", count: columns).joined(separator: ", ")
      return try RawStatement("INSERT INTO \(table.name) VALUES (\(parameters))", in: database)
    }
    insertEvent = try insertion(into: .event, columns: 13)
    insertName = try insertion(into: .name, columns: 3)
    insertMove = try insertion(into: .move, columns: 15)
    insertSubject = try insertion(into: .subject, columns: 2)
    insertAmendment = try insertion(into: .amendment, columns: 5)
    insertRegistration = try insertion(into: .registration, columns: 6)
    lastKey = try Int64.fetchOne(database, sql: "SELECT max(key) FROM name") ?? 0
  }

  /// Inserts the event itself; answers false, and inserts nothing, if its id is recorded already.
  func insert(
    _ proposed: ProposedEvent, at position: Int64, recorded: RecordingMoment
  ) throws -> Bool {
    let event = proposed.event
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
    insertEvent.bind(proposed.document.root.canonicalBytes(adding: recorded.members), at: 13)
    do {
      try insertEvent.run()
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      guard try lookup.position(of: event.id) != nil else { throw error }
      return false
    }
  }

  /// Inserts what the other tables hold of an event.
  func insert(_ rows: DerivedRows, at position: Int64) throws {
    if let name = rows.introduced, try lookup.key(of: name) == nil { try insert(name) }
    for subject in rows.subjects {
      insertSubject.bind(try lookup.key(of: subject), at: 1)
      insertSubject.bind(position, at: 2)
      try insertSubject.run()
    }
    for move in rows.moves { try insert(move) }
    if let amendment = rows.amendment { try insert(amendment) }
    if let registration = rows.registration { try insert(registration) }
  }

  private func insert(_ name: LogName) throws {
    lastKey += 1
    insertName.bind(lastKey, at: 1)
    insertName.bind(name.kind.rawValue, at: 2)
    insertName.bind(name.slug, at: 3)
    try insertName.run()
    lookup.remember(name, key: lastKey)
  }

  private func insert(_ row: DerivedRows.CompanyMove) throws {
    let move = row.move
    insertMove.bind(try lookup.key(of: row.company), at: 1)
    insertMove.bind(row.market.code, at: 2)
    insertMove.bind(move.earliest.column, at: 3)
    insertMove.bind(move.latest.column, at: 4)
    insertMove.bind(move.publishedEarliest.column, at: 5)
    insertMove.bind(move.position, at: 6)
    insertMove.bind(move.source, at: 7)
    insertMove.bind(Int64(move.act.rawValue), at: 8)
    insertMove.bind(move.publishedLatest.column, at: 9)
    insertMove.bind(move.level.map { Int64($0.rawValue) }, at: 10)
    insertMove.bind(move.disclosed ? 1 : 0, at: 11)
    insertMove.bind(Int64(move.grade), at: 12)
    insertMove.bind(move.due?.earliest.column, at: 13)
    insertMove.bind(move.due?.latest.column, at: 14)
    insertMove.bind(PositionList.text(move.denies), at: 15)
    try insertMove.run()
  }

  private func insert(_ amendment: Amendment) throws {
    insertAmendment.bind(amendment.position, at: 1)
    insertAmendment.bind(amendment.target, at: 2)
    insertAmendment.bind(Int64(amendment.kind.rawValue), at: 3)
    insertAmendment.bind(amendment.published.earliest.column, at: 4)
    insertAmendment.bind(amendment.published.latest.column, at: 5)
    try insertAmendment.run()
  }

  private func insert(_ registration: DerivedRows.Registered) throws {
    insertRegistration.bind(registration.position, at: 1)
    insertRegistration.bind(registration.source, at: 2)
    insertRegistration.bind(try lookup.key(of: registration.name), at: 3)
    insertRegistration.bind(registration.title, at: 4)
    insertRegistration.bind(registration.country.code, at: 5)
    insertRegistration.bind(registration.sector, at: 6)
    try insertRegistration.run()
  }
}

/// When and by whom the events of one append are recorded: at one instant, so that no instant
/// falls between two of them.
struct RecordingMoment {
  let timestamp: Timestamp
  let recorder: String
  /// The members that the log adds to each event.
  let members: [(name: String, text: String)]

  init(timestamp: Timestamp, recorder: String) {
    self.timestamp = timestamp
    self.recorder = recorder
    members = [
      (RecordedEvent.AddedMember.recorded, timestamp.description),
      (RecordedEvent.AddedMember.recorder, recorder),
    ]
  }
}
