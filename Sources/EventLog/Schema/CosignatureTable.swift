extension Table {
  /// What witnesses signed of the log's signed heads, each as a line of a signed note.
  ///
  /// Kept beside the tree and not in it: a cosignature is of a root that must not depend on it. A
  /// witness may sign one head again at a later time.
  static let cosignature = Table(
    name: "cosignature",
    create: """
      CREATE TABLE cosignature (
        number INTEGER PRIMARY KEY,
        size INTEGER NOT NULL REFERENCES checkpoint (size),
        line BLOB NOT NULL,
        UNIQUE (size, line)
      ) STRICT
      """,
    keys: [["number"], ["size", "line"]],
    // Numbered densely in the order of their coming, so that no insert meets a number.
    replaceable: [["size", "line"]],
    forbiddenInsert: """
      NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM cosignature)
        OR NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size)
      """)
}
