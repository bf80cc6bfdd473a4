import GRDBSQLite

/// A prepared statement of a raw database.
final class RawQuery {
  let handle: OpaquePointer
  private let database: RawDatabase
  private let sql: String

  init(_ sql: String, in database: RawDatabase) throws {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(database.handle, sql, -1, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw database.failure(sql) }
    handle = prepared
    self.database = database
    self.sql = sql
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Goes to the next row; answers false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw database.failure(sql)
    }
  }

  /// Inserts a row by this statement, which has a parameter for each of its values.
  func insert(_ row: RawRow) throws {
    row.bind(to: self)
    _ = try step()
    sqlite3_reset(handle)
  }
}
