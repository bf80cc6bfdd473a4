import GRDB
import Stances

/// Brings the tables that are derived from the events into today's layout.
///
/// The events themselves are never touched. A log of an older format that is only read is derived
/// into temporary tables, which take the place of its own; one that is appended to is laid out
/// again, in one transaction.
struct LayoutUpgrade {
  private let database: Database
  private let path: String

  init(_ database: Database, path: String) {
    self.database = database
    self.path = path
  }

  /// Whether the log is of an older format that this program still knows.
  var isNeeded: Bool { get throws { try LayoutVersion(of: database).format < Schema.format } }

  /// Lays the log out in today's format, within a transaction that writes.
  func lay() throws {
    let version = try LayoutVersion(of: database)
    for table in Schema.changedTables {
      try database.execute(sql: "DROP TABLE IF EXISTS \(table.name)")
      for object in table.objects { try database.execute(sql: object.sql) }
    }
    try derive(after: .beforeFirst)
    try LayoutVersion(format: Schema.format, generation: version.generation).write(to: database)
  }

  /// Sees to it that temporary tables hold what the log's events imply in today's format.
  func deriveTemporarily() throws {
    let last: Position
    if let derived = try Self.derivedUpTo(database) {
      last = derived
    } else {
      for table in Schema.changedTables {
        try database.execute(
          sql: table.create.replacing("CREATE TABLE", with: "CREATE TEMP TABLE"))
        for index in table.additions {
          try database.execute(
            sql: index.sql.replacing("CREATE INDEX ", with: "CREATE INDEX temp."))
        }
      }
      try database.execute(sql: "CREATE TEMP TABLE derived (position INTEGER NOT NULL)")
      last = .beforeFirst
    }
    let head = try LogReader(database: database, path: path).head
    guard head > last else { return }
    try derive(after: last)
    try database.execute(sql: "DELETE FROM derived; INSERT INTO derived VALUES (\(head))")
  }

  private static func derivedUpTo(_ database: Database) throws -> Position? {
    let exists = try Int64.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_temp_schema WHERE name = 'derived'")
    guard exists == 1 else { return nil }
    return Position(try Int64.fetchOne(database, sql: "SELECT max(position) FROM derived") ?? 0)
  }

  /// Inserts the rows that the events after a position imply in the tables that were laid out again.
  private func derive(after position: Position) throws {
    let lookup = try LogLookup(database)
    let writer = try RowWriter(database, lookup: lookup)
    try DerivedRows.forEach(after: position, in: database, lookup) { _, rows in
      try writer.insertInterpretation(rows)
    }
  }
}
