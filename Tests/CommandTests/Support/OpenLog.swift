import GRDBSQLite

/// A log that another program has open: this one, through SQLite alone.
///
/// While it is open, what is recorded stays in the write-ahead log.
final class OpenLog {
  private var connection: OpaquePointer?

  init(at path: String) throws {
    guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
      throw Refusal(words: "it cannot be opened")
    }
    // A connection touches the file with its first statement.
    try run("SELECT count(*) FROM event")
  }

  deinit { sqlite3_close_v2(connection) }

  /// Runs a statement.
  func run(_ statement: String) throws {
    guard sqlite3_exec(connection, statement, nil, nil, nil) == SQLITE_OK else {
      throw Refusal(words: String(cString: sqlite3_errmsg(connection)))
    }
  }

  struct Refusal: Error {
    let words: String
  }
}
