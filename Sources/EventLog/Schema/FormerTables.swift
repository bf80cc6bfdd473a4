/// The tables that were laid out differently in format 1.
///
/// Only their definitions are kept: what such a log answers is derived from its events, and the
/// first append lays it out again.
extension TableDefinition {
  fileprivate static let formerMove = TableDefinition(
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
    keys: TableDefinition.move.keys)

  fileprivate static let formerAmendment = TableDefinition(
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
    keys: TableDefinition.amendment.keys, additions: TableDefinition.amendment.additions)

  fileprivate static let formerRegistration = TableDefinition(
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
    keys: TableDefinition.registration.keys)
}

extension Schema {
  /// The tables of format 2 that format 1 had with fewer columns, or not at all.
  static let changedTables: [TableDefinition] = [.move, .amendment, .registration, .label]

  private static let formerTables: [String: TableDefinition] = [
    "move": .formerMove, "amendment": .formerAmendment, "registration": .formerRegistration,
  ]

  /// The tables of a layout; nil for a format that this program does not know.
  static func tables(ofFormat format: Int) -> [TableDefinition]? {
    switch format {
    case Self.format: tables
    case 1:
      tables.filter { $0.name != TableDefinition.label.name }
        .map { formerTables[$0.name] ?? $0 }
    default: nil
    }
  }

  /// Every object of a layout; nil for a format that this program does not know.
  static func objects(ofFormat format: Int) -> [SchemaObject]? {
    tables(ofFormat: format)?.flatMap(\.objects)
  }
}
