import GRDB

/// What a database says that it is.
struct LogIdentity {
  private let applicationID: Int32
  private let format: Int
  private let tables: Set<String>

  init(of database: Database) throws {
    applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    format = try LayoutVersion(of: database).format
    tables = try Set(
      String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
  }

  /// Whether nothing has been written yet.
  var isBlank: Bool { applicationID == 0 && tables.isEmpty }

  /// Refuses what is not a log, and writing to a log of a newer format.
  func check(path: String, purpose: EventLog.Purpose) throws(EventLogError) {
    guard !isBlank else { throw .notALog(path: path, reason: .emptyFile) }
    guard applicationID == Schema.applicationID else {
      throw .notALog(path: path, reason: .otherDatabase)
    }
    let hasEveryTable = Schema.tables.allSatisfy { tables.contains($0.name) }
    let isNewer = format > Schema.format
    if isNewer, purpose == .appending || !hasEveryTable {
      throw .newerFormat(path: path, found: format, known: Schema.format)
    }
    guard hasEveryTable else {
      throw .damaged(path: path, reason: "a table is missing")
    }
  }
}
