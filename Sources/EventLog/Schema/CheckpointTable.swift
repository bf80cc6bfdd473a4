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
    additions: [
      // Each covers more than the one before it, and nothing that is not recorded.
      SchemaObject(
        name: "checkpoint_grows",
        sql: """
          CREATE TRIGGER checkpoint_grows BEFORE INSERT ON checkpoint
          WHEN NEW.size < (SELECT coalesce(max(size), 0) FROM checkpoint)
            OR NEW.size > (SELECT coalesce(max(position), 0) FROM event)
          BEGIN SELECT RAISE(ABORT, 'stance: the log is append-only'); END
          """)
    ])
}
