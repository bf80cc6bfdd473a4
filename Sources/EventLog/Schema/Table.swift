/// One table of the layout with its indices and triggers.
struct Table: Sendable {
  let name: String
  /// The statement that creates the table.
  let create: String
  /// The sets of columns whose values no two rows share.
  let keys: [[String]]
  /// The keys by which an insert could put another row in the place of one; by default all.
  var replaceable: [[String]]?
  /// What else forbids to insert a row, as SQL.
  var forbiddenInsert: String?
  /// Its indices.
  var additions: [SchemaObject] = []

  /// The keys that an insert has to be held against.
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
