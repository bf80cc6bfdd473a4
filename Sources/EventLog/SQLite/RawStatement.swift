import GRDB
import GRDBSQLite
import JSON
import Stances

/// A prepared statement driven through SQLite's C interface.
///
/// GRDB's rows and arguments cost several times the step itself; an import of a million events and
/// a replay of a million moves are made of steps. Valid inside the database access that made it.
struct RawStatement {
  /// Keeps the statement alive.
  private let owner: Statement
  private let handle: SQLiteStatement

  /// Prepares a statement of its own.
  init(_ sql: String, in database: Database) throws {
    owner = try database.makeStatement(sql: sql)
    handle = owner.sqliteStatement
  }

  /// Takes the connection's one statement for this SQL, so that it is prepared once: for what is
  /// reset before anything else runs, such as an insert or a look-up.
  init(shared sql: String, in database: Database) throws {
    owner = try database.cachedStatement(sql: sql)
    handle = owner.sqliteStatement
  }

  // MARK: Stepping

  /// Goes to the next row; returns false after the last.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  /// Runs a statement that answers no rows, and makes it ready to run again.
  func run() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let failure = error(code)
      sqlite3_reset(handle)
      throw failure
    }
    sqlite3_reset(handle)
  }

  /// Runs a statement that inserts one row, and sees that it is there.
  ///
  /// A trigger can drop a row without an error (`RAISE(IGNORE)`): then there is nothing to
  /// acknowledge.
  func insert() throws {
    try run()
    guard sqlite3_changes(sqlite3_db_handle(handle)) == 1 else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a row was not taken, and no error given",
        sql: owner.sql)
    }
  }

  /// Makes the statement ready to run again.
  func reset() {
    sqlite3_reset(handle)
  }

  /// The first row's first column as a number, if there is a row; then makes it ready to run again.
  func firstInteger() throws -> Int64? {
    defer { reset() }
    return try step() ? optionalInteger(0) : nil
  }

  /// The first row's first column as a position, if there is a row; then makes it ready to run again.
  func firstPosition() throws -> Position? {
    try firstInteger().map { Position($0) }
  }

  private func error(_ code: CInt) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    return DatabaseError(
      resultCode: ResultCode(rawValue: code), message: message, sql: owner.sql)
  }

  // MARK: Parameters, from 1

  func bind(_ value: Int64?, at index: CInt) {
    if let value {
      sqlite3_bind_int64(handle, index, value)
    } else {
      sqlite3_bind_null(handle, index)
    }
  }

  func bind(_ position: Position, at index: CInt) {
    sqlite3_bind_int64(handle, index, position.number)
  }

  func bind(_ text: String?, at index: CInt) {
    guard var text else {
      sqlite3_bind_null(handle, index)
      return
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(
          handle, index, characters.baseAddress, CInt(characters.count), Self.copying)
      }
    }
  }

  func bind(_ bytes: UnsafeRawBufferPointer, at index: CInt) {
    sqlite3_bind_blob(handle, index, bytes.baseAddress, CInt(bytes.count), Self.copying)
  }

  /// Has SQLite copy what is bound: `SQLITE_TRANSIENT`, a macro that Swift does not import.
  private static var copying: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  // MARK: Columns, from 0

  /// What a column holds; a text's bytes are read as a blob's are.
  enum ColumnKind {
    case null, integer, bytes
  }

  /// How many columns a row has.
  var columnCount: CInt { sqlite3_column_count(handle) }

  func kind(of column: CInt) -> ColumnKind {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer
    default: .bytes
    }
  }

  func integer(_ column: CInt) -> Int64 {
    sqlite3_column_int64(handle, column)
  }

  func position(_ column: CInt) -> Position {
    Position(integer(column))
  }

  func optionalInteger(_ column: CInt) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// The bytes of a text or blob, valid until the next step; empty if the column is null.
  func bytes(_ column: CInt) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// Whether a text column holds exactly these bytes, or is null if there is no text.
  func matches(_ text: String?, _ column: CInt) -> Bool {
    guard var text else { return sqlite3_column_type(handle, column) == SQLITE_NULL }
    return text.withUTF8 { bytes(column).bindMemory(to: UInt8.self).isSame(as: $0) }
  }

  func text(_ column: CInt) -> String {
    String(decoding: bytes(column), as: UTF8.self)
  }

  func optionalText(_ column: CInt) -> String? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
  }
}
