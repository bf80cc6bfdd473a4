extension Table {
  /// What companies said and did in markets, in the order in which a posture is folded.
  ///
  /// The primary key is that order, and the table is clustered by it: a full replay is one straight
  /// scan without sorting or JSON. A correction adds the moves of its replacement with the position
  /// of the corrected event and its own as `source`.
  static let move = Table(
    name: "move",
    create: """
      CREATE TABLE move (
        company INTEGER NOT NULL REFERENCES name (key),
        market TEXT NOT NULL,
        earliest INTEGER NOT NULL,
        latest INTEGER NOT NULL,
        published_earliest INTEGER NOT NULL,
        position INTEGER NOT NULL REFERENCES event (position),
        source INTEGER NOT NULL REFERENCES event (position),
        act INTEGER NOT NULL,
        published_latest INTEGER NOT NULL,
        level INTEGER,
        disclosed INTEGER NOT NULL,
        grade INTEGER NOT NULL,
        due_earliest INTEGER,
        due_latest INTEGER,
        denies TEXT,
        PRIMARY KEY (
          company, market, earliest, latest, published_earliest, position, source, act)
      ) STRICT, WITHOUT ROWID
      """,
    keys: [
      [
        "company", "market", "earliest", "latest", "published_earliest", "position", "source",
        "act",
      ]
    ])
}
