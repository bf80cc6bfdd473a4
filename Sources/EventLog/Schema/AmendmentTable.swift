extension Table {
  /// Corrections and retractions, as the few numbers that a query's clocks need.
  static let amendment = Table(
    name: "amendment",
    create: """
      CREATE TABLE amendment (
        position INTEGER PRIMARY KEY REFERENCES event (position),
        target INTEGER NOT NULL REFERENCES event (position),
        kind INTEGER NOT NULL,
        published_earliest INTEGER NOT NULL,
        published_latest INTEGER NOT NULL
      ) STRICT
      """,
    keys: [["position"]],
    additions: [
      // Whether an event is withdrawn is asked before each amendment.
      SchemaObject(
        name: "amendment_target", sql: "CREATE INDEX amendment_target ON amendment (target)")
    ])
}
