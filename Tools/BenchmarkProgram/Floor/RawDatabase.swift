import GRDBSQLite

/// A database through SQLite's C interface and nothing else: the floor with which ours is compared.
final class RawDatabase {
  /// What SQLite refused.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let handle: OpaquePointer

  /// Opens a database, which is made if it does not exist.
  init(_ path: String) throws {
    var opened: OpaquePointer?
    guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
      throw Failure(description: "SQLite cannot open \(path)")
    }
    handle = opened
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Runs statements that answer nothing.
  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  func failure(_ sql: String) -> Failure {
    Failure(description: "\(String(cString: sqlite3_errmsg(handle))): \(sql)")
  }
}
