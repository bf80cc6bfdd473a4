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
      .filter { $0 != "ok" }.map { .damagedFile($0) }
  }

  /// What differs from this program's layout.
  func changes() throws -> [VerificationFinding] {
    try changedObjects().map { .changedSchema(object: $0) }
  }

  /// The objects that are missing, differ, or belong to no table; a newer layout may have more.
  private func changedObjects() throws -> [String] {
    guard let objects = Schema.objects(ofFormat: try LayoutVersion(of: database).format) else {
      return []
    }
    let expected = Dictionary(uniqueKeysWithValues: objects.map { ($0.name, $0.sql) })
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    let found = Dictionary(
      rows.map { row -> (String, String) in (row["name"], row["sql"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
  }
}
