extension Table {
  /// What companies and bodies are called and where they belong, readable without decoding JSON.
  ///
  /// `position` is the registration's, `source` that of the event with this content: itself, or its
  /// correction.
  static let registration = Table(
    name: "registration",
    create: """
      CREATE TABLE registration (
        position INTEGER NOT NULL REFERENCES event (position),
        source INTEGER NOT NULL REFERENCES event (position),
        name INTEGER NOT NULL REFERENCES name (key),
        title TEXT NOT NULL,
        country TEXT NOT NULL,
        sector TEXT,
        PRIMARY KEY (position, source)
      ) STRICT, WITHOUT ROWID
      """,
    keys: [["position", "source"]])
}
