extension Table {
  /// The time stamps that authorities put on the log's checkpoints (RFC 3161), as they replied.
  ///
  /// They are kept beside the tree, not in it: a stamp is over a head that is signed already.
  static let anchor = Table(
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
