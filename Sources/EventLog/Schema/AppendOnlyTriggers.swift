extension Table {
  /// The three triggers that refuse to change, to remove and to replace a row.
  ///
  /// The third is needed because `INSERT OR REPLACE` removes rows without firing DELETE triggers. A
  /// table whose key is the whole row can do without: there is nothing to put in its place.
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
