import GRDB

/// The layout of a log file: what marks a file as a log, and every object in it.
enum Schema {
  /// Marks the file in SQLite's header as a stance log: "STNC".
  static let applicationID: Int32 = 0x5354_4E43

  /// The number of this layout, kept in SQLite's `user_version`: ``LayoutVersion``.
  static let format = 2

  /// The tables, each after those that it refers to.
  static let tables: [TableDefinition] = [
    .event, .name, .move, .subject, .amendment, .registration, .label, .checkpoint, .cosignature,
    .anchor,
  ]

  /// Every object of the layout, each after those that it refers to.
  static var objects: [SchemaObject] { tables.flatMap(\.objects) }

  /// Writes the layout into an empty file.
  static func create(in database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    for object in objects { try database.execute(sql: object.sql) }
    try LayoutVersion(format: format, generation: .random()).write(to: database)
  }
}

/// One table of the layout with its indices and triggers.
struct TableDefinition: Sendable {
  let name: String
  /// The statement that creates the table.
  let create: String
  /// The sets of columns whose values no two rows share.
  let keys: [[String]]
  /// The keys by which an insert could replace a row; by default all.
  var replaceable: [[String]]?
  /// What else forbids inserting a row, as SQL.
  var forbiddenInsert: String?
  /// Its indices.
  var additions: [SchemaObject] = []

  /// The keys that an insert has to be checked against.
  var replaced: [[String]] { replaceable ?? keys }

  /// The table, then what belongs to it.
  var objects: [SchemaObject] {
    [SchemaObject(name: name, sql: create)] + additions + appendOnlyTriggers
  }
}

/// One table, index or trigger: its name and the statement that creates it.
struct SchemaObject: Sendable {
  let name: String
  let sql: String
}

extension TableDefinition {
  /// The three triggers that refuse changing, removing and replacing a row.
  ///
  /// The third is needed because `INSERT OR REPLACE` removes rows without firing DELETE triggers. A
  /// table whose key is the whole row can do without it: there is nothing to replace.
  var appendOnlyTriggers: [SchemaObject] {
    let replaces = replaced.map { columns in
      let isSame = columns.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
      return "EXISTS (SELECT 1 FROM \(name) WHERE \(isSame))"
    }
    let forbidden = (replaces + [forbiddenInsert].compactMap(\.self)).joined(separator: " OR ")
    let update = refusal("\(name)_no_update", "BEFORE UPDATE ON \(name)")
    let delete = refusal("\(name)_no_delete", "BEFORE DELETE ON \(name)")
    guard !forbidden.isEmpty else { return [update, delete] }
    return [
      update, delete, refusal("\(name)_no_replace", "BEFORE INSERT ON \(name) WHEN \(forbidden)"),
    ]
  }

  private func refusal(_ name: String, _ moment: String) -> SchemaObject {
    SchemaObject(
      name: name,
      sql: """
        CREATE TRIGGER \(name) \(moment)
        BEGIN SELECT RAISE(ABORT, 'stance: the log is append-only'); END
        """)
  }
}
