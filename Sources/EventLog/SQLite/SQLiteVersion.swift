import GRDBSQLite

extension EventLog {
  /// The version of the SQLite that this program runs with, which the system provides.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}
