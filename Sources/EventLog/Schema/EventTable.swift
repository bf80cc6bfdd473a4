extension Table {
  /// The events themselves: the only truth; every other table can be rebuilt from this one.
  ///
  /// `json` holds the canonical bytes as recorded; the columns before it repeat what filters need,
  /// so that a scan never touches the pages on which long events overflow. `nodes` holds the nodes
  /// of the Merkle tree over those bytes of which the event is the last leaf: 32 bytes each, the
  /// leaf first, then one a level. So an append grows the tree without writing elsewhere, and any
  /// old tree's proof is a few point reads.
  static let event = Table(
    name: "event",
    create: """
      CREATE TABLE event (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        v INTEGER NOT NULL,
        recorded INTEGER NOT NULL,
        recorder TEXT NOT NULL,
        occurred TEXT,
        published TEXT,
        occurred_earliest INTEGER,
        occurred_latest INTEGER,
        published_earliest INTEGER,
        published_latest INTEGER,
        nodes BLOB NOT NULL,
        json BLOB NOT NULL
      ) STRICT
      """,
    keys: [["position"], ["id"]],
    // No insert meets a position that is taken, since positions are dense from 1, also for a writer
    // that is not this program.
    replaceable: [["id"]],
    forbiddenInsert: "NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM event)",
    additions: [
      // Counts by type, known or not, without reading the events.
      SchemaObject(name: "event_type", sql: "CREATE INDEX event_type ON event (type, v)")
    ])
}
