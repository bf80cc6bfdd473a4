extension TableDefinition {
  /// The signed heads of the log, each as the published signed note.
  ///
  /// The note alone says everything; `size` repeats how many events it covers.
  static let checkpoint = TableDefinition(
    name: "checkpoint",
    create: """
      CREATE TABLE checkpoint (
        size INTEGER PRIMARY KEY,
        note BLOB NOT NULL
      ) STRICT
      """,
    keys: [["size"]],
    // Each covers more than the one before it, and nothing that is not recorded.
    replaceable: [],
    forbiddenInsert: """
      NEW.size <= (SELECT coalesce(max(size), -1) FROM checkpoint)
        OR NEW.size > (SELECT coalesce(max(position), 0) FROM event)
      """)
}

extension TableDefinition {
  /// The witnesses' cosignatures of the log's signed heads, each as a line of a signed note.
  ///
  /// Kept beside the tree and not in it: a cosignature is of a root that must not depend on it. A
  /// witness may sign one head again at a later time.
  static let cosignature = TableDefinition(
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

extension TableDefinition {
  /// The time stamps that authorities put on the log's checkpoints (RFC 3161), as they replied.
  ///
  /// They are kept beside the tree, not in it: a stamp covers a head that is signed already.
  static let anchor = TableDefinition(
    name: "anchor",
    create: """
      CREATE TABLE anchor (
        number INTEGER PRIMARY KEY,
        size INTEGER NOT NULL REFERENCES checkpoint (size),
        reply BLOB NOT NULL
      ) STRICT
      """,
    keys: [["number"]],
    replaceable: [],
    forbiddenInsert: """
      NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM anchor)
        OR NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size)
      """)
}
