/// One table of the layout with its indices and triggers.
struct Table: Sendable {
  let name: String
  /// The statement that creates the table.
  let create: String
  /// The sets of columns whose values no two rows share.
  let keys: [[String]]
  /// Its indices, and the triggers that are its own.
  var additions: [SchemaObject] = []

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
