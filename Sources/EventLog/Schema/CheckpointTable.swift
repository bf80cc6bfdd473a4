extension Table {
  /// The signed heads of the log, each as the signed note that was published.
  ///
  /// The note alone says everything; `size` repeats how many events it covers.
  static let checkpoint = Table(
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
