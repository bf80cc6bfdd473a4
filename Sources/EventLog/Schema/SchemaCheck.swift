import GRDB

/// Compares the tables, indices, triggers and views of a file with those that this program makes.
///
/// A trigger that someone else added can keep an event out of the log without an error, and a view
/// can take the place of a table.
struct SchemaCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// A number that SQLite changes with every change of the schema.
  static func version(of database: Database) throws -> Int64 {
    try RawStatement(shared: "PRAGMA main.schema_version", in: database).firstInteger() ?? 0
  }

  /// The names of the objects that are missing, differ, or belong to no table of the log.
  ///
  /// Nil if the log's format is newer than this program knows: it may have more.
  func changedObjects() throws -> [String]? {
    guard let objects = Schema.objects(ofFormat: try LayoutVersion(of: database).format) else {
      return nil
    }
    let expected = Dictionary(uniqueKeysWithValues: objects.map { ($0.name, $0.sql) })
    // SQLite's own tables begin with that, and no one else's can.
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    let found = Dictionary(
      rows.map { row -> (String, String) in (row["name"], row["sql"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    return Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }.sorted()
  }

  /// Refuses a log whose objects are not those that this program made.
  func refuse(path: String) throws {
    guard let changed = try changedObjects(), !changed.isEmpty else { return }
    throw EventLogError.changedSchema(path: path, objects: changed)
  }
}
