extension Table {
  /// Which companies, bodies and measures an event concerns: for filters, and for the condition
  /// that nothing on a company has been recorded since a position.
  static let subject = Table(
    name: "subject",
    create: """
      CREATE TABLE subject (
        name INTEGER NOT NULL REFERENCES name (key),
        position INTEGER NOT NULL REFERENCES event (position),
        PRIMARY KEY (name, position)
      ) STRICT, WITHOUT ROWID
      """,
    keys: [["name", "position"]],
    replaceable: [])
}
