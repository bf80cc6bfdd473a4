import GRDB

/// Checks the file with SQLite's own means, and that its layout is the one that this program makes.
struct FileCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// What SQLite itself finds wrong in its file, except what is compared here in one pass each.
  ///
  /// SQLite's whole check looks for each row of a table in each of its indices, which takes longer
  /// than all the rest. `quick_check` omits that and the order of keys: every page and cell,
  /// and the kind of every value, are seen by it. What it omits is looked for in ``StoredSums``
  /// if a table is large, and by SQLite in all others.
  func damage() throws -> [VerificationFinding] {
    let indices = try String.fetchSet(database, sql: "SELECT name FROM pragma_index_list('event')")
    guard indices == IndexSums.names else { return try wholeDamage() }
    let small = Schema.tables.map(\.name).filter { !["event", "move", "subject"].contains($0) }
    let checks = ["quick_check"] + small.map { "integrity_check('\($0)')" }
    for check in checks {
      let damage = try damage(by: check)
      guard damage.isEmpty else { return damage }
    }
    return []
  }

  /// What SQLite itself finds wrong in its file, everything.
  func wholeDamage() throws -> [VerificationFinding] {
    // Each entry of an index is looked for: 64 MiB keep what was read a moment ago.
    try database.execute(sql: "PRAGMA cache_size = -65536")
    return try damage(by: "integrity_check")
  }

  private func damage(by check: String) throws -> [VerificationFinding] {
    try String.fetchAll(database, sql: "PRAGMA \(check)")
      .filter { $0 != "ok" }
      .map { words in
        if let failure = Self.failure(in: words) { throw failure }
        return .damagedFile(words)
      }
  }

  /// The error of the system that SQLite reports among what it finds: a disk that could not be read,
  /// or memory that was not there, says nothing about the file.
  static func failure(in words: String) -> DatabaseError? {
    let label = "error code="
    guard let range = words.firstRange(of: label),
      let code = CInt(words[range.upperBound...].prefix(while: \.isNumber))
    else { return nil }
    let result = ResultCode(rawValue: code)
    guard [.SQLITE_IOERR, .SQLITE_NOMEM].contains(result.primaryResultCode) else { return nil }
    return DatabaseError(resultCode: result, message: words)
  }

  /// What differs from this program's layout.
  func changes() throws -> [VerificationFinding] {
    guard let changed = try SchemaCheck(database).changedObjects() else {
      return [.newerLayout(format: try LayoutVersion(of: database).format)]
    }
    return changed.map { .changedSchema(object: $0) }
  }
}
