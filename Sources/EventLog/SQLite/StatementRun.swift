import GRDB
import GRDBSQLite

/// One run of a statement and how much SQLite did for it: what tests of query plans look at.
package struct StatementRun: Hashable, Sendable {
  /// The statement as it was prepared.
  package let sql: String
  /// The statement with the values that were bound to it.
  package let filled: String
  /// How many instructions of SQLite's virtual machine ran.
  package let steps: Int
  /// How many of them went on to the next row of a whole table.
  package let scanned: Int

  /// What a statement did since ``start(_:)``; it has just come to an end.
  fileprivate init(of statement: OpaquePointer) {
    sql = sqlite3_sql(statement).map { String(cString: $0) } ?? ""
    let text = sqlite3_expanded_sql(statement)
    defer { sqlite3_free(text) }
    filled = text.map { String(cString: $0) } ?? sql
    steps = Self.take(SQLITE_STMTSTATUS_VM_STEP, of: statement)
    scanned = Self.take(SQLITE_STMTSTATUS_FULLSCAN_STEP, of: statement)
  }

  /// Forgets what a statement did before, when no one watched.
  fileprivate static func start(_ statement: OpaquePointer) {
    _ = take(SQLITE_STMTSTATUS_VM_STEP, of: statement)
    _ = take(SQLITE_STMTSTATUS_FULLSCAN_STEP, of: statement)
  }

  private static func take(_ counter: CInt, of statement: OpaquePointer) -> Int {
    Int(sqlite3_stmt_status(statement, counter, 1))
  }
}

/// Shows each run of a statement on a connection, when it has come to an end.
final class StatementObserver {
  private let observe: (StatementRun) -> Void

  init(_ observe: @escaping (StatementRun) -> Void) {
    self.observe = observe
  }

  /// Watches the connection while a body runs.
  func watching<Result>(_ database: Database, _ body: () throws -> Result) rethrows -> Result {
    sqlite3_trace_v2(
      database.sqliteConnection, CUnsignedInt(SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE),
      { moment, observer, statement, _ in
        guard let observer, let statement = statement.map({ OpaquePointer($0) }) else { return 0 }
        if CInt(bitPattern: moment) == SQLITE_TRACE_STMT {
          StatementRun.start(statement)
        } else {
          Unmanaged<StatementObserver>.fromOpaque(observer).takeUnretainedValue()
            .observe(StatementRun(of: statement))
        }
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
    defer { sqlite3_trace_v2(database.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(self, body)
  }
}
