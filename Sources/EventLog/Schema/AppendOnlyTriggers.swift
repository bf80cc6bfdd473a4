extension Table {
  /// The three triggers that refuse to change, to remove and to replace a row.
  ///
  /// The third is needed because `INSERT OR REPLACE` removes rows without firing DELETE triggers.
  var appendOnlyTriggers: [SchemaObject] {
    let sameKey = keys.map { columns in
      let isSame = columns.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
      return "EXISTS (SELECT 1 FROM \(name) WHERE \(isSame))"
    }
    return [
      refusal("\(name)_no_update", "BEFORE UPDATE ON \(name)"),
      refusal("\(name)_no_delete", "BEFORE DELETE ON \(name)"),
      refusal(
        "\(name)_no_replace",
        "BEFORE INSERT ON \(name) WHEN \(sameKey.joined(separator: " OR "))"),
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
