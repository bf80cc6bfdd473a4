import GRDB

/// Checks the file by SQLite's own means, and that its layout is the one that this program makes.
struct FileCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func run(_ verification: inout Verification) throws {
    let words = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    for word in words where word != "ok" { verification.note(.damagedFile(word)) }
    for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
      verification.note(.brokenReference(table: row["table"], to: row["parent"]))
    }
    for object in try changedObjects() { verification.note(.changedSchema(object: object)) }
  }

  /// The objects that are missing, differ, or are nobody's; a newer layout may have more.
  private func changedObjects() throws -> [String] {
    guard try LayoutVersion(of: database).format == Schema.format else { return [] }
    let expected = Dictionary(uniqueKeysWithValues: Schema.objects.map { ($0.name, $0.sql) })
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    let found = Dictionary(
      rows.map { row -> (String, String) in (row["name"], row["sql"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
  }
}
