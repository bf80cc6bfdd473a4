import Stances

extension TableDefinition {
  /// The events themselves: the only truth; every other table can be rebuilt from this one.
  ///
  /// `json` holds the canonical bytes as recorded; the columns before it repeat what filters need,
  /// so that a scan never touches the pages on which long events overflow. `nodes` holds the nodes
  /// of the Merkle tree over those bytes of which the event is the last leaf: 32 bytes each, the
  /// leaf first, then one a level. So an append grows the tree without writing elsewhere, and any
  /// old tree's proof is a few point reads.
  static let event = TableDefinition(
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

extension TableDefinition {
  /// Small numbers for the names of companies, bodies and measures, for use in the other tables.
  static let name = TableDefinition(
    name: "name",
    create: """
      CREATE TABLE name (
        key INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('company', 'body', 'measure')),
        slug TEXT NOT NULL,
        UNIQUE (kind, slug)
      ) STRICT
      """,
    keys: [["key"], ["kind", "slug"]])
}

/// What a name names; companies, bodies and measures do not share their names.
enum NameKind: String, CaseIterable {
  case company, body, measure
}

extension TableDefinition {
  /// What companies said and did in markets, in the order in which a posture is folded.
  ///
  /// The primary key is that order, and the table is clustered by it: a full replay is one straight
  /// scan without sorting or JSON. A correction adds the moves of its replacement with the position
  /// of the corrected event and its own as `source`. `certain` is the last possible day of an
  /// interval's start, null for any other date; `sources` has a number for each publisher, `lines` for
  /// each line.
  static let move = TableDefinition(
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
        traits INTEGER NOT NULL,
        certain INTEGER,
        published_certain INTEGER,
        due_certain INTEGER,
        sources TEXT,
        lines TEXT,
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

extension TableDefinition {
  /// Which companies, bodies and measures an event concerns: for filters, and for the condition
  /// that nothing on a company has been recorded since a position.
  static let subject = TableDefinition(
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

extension TableDefinition {
  /// Corrections and retractions, as the few numbers that a query's clocks need.
  static let amendment = TableDefinition(
    name: "amendment",
    create: """
      CREATE TABLE amendment (
        position INTEGER PRIMARY KEY REFERENCES event (position),
        target INTEGER NOT NULL REFERENCES event (position),
        kind INTEGER NOT NULL,
        published_earliest INTEGER NOT NULL,
        published_latest INTEGER NOT NULL,
        published_certain INTEGER
      ) STRICT
      """,
    keys: [["position"]],
    additions: [
      // Whether an event is withdrawn is asked before each amendment.
      SchemaObject(
        name: "amendment_target", sql: "CREATE INDEX amendment_target ON amendment (target)")
    ])
}

extension TableDefinition {
  /// The names, countries and sectors of companies and bodies, readable without decoding JSON.
  ///
  /// `position` is the registration's, `source` that of the event with this content: itself, or its
  /// correction. The dates are null where it is so at all times, and could always be known.
  static let registration = TableDefinition(
    name: "registration",
    create: """
      CREATE TABLE registration (
        position INTEGER NOT NULL REFERENCES event (position),
        source INTEGER NOT NULL REFERENCES event (position),
        name INTEGER NOT NULL REFERENCES name (key),
        title TEXT NOT NULL,
        country TEXT,
        sector TEXT,
        occurred_earliest INTEGER,
        occurred_latest INTEGER,
        occurred_certain INTEGER,
        published_earliest INTEGER,
        published_latest INTEGER,
        published_certain INTEGER,
        parent INTEGER REFERENCES name (key),
        merged_into INTEGER REFERENCES name (key),
        PRIMARY KEY (position, source)
      ) STRICT, WITHOUT ROWID
      """,
    keys: [["position", "source"]])
}

extension TableDefinition {
  /// What companies and bodies are called, as the eye takes it: whose name or alias a text is takes
  /// one look-up, however many there are.
  ///
  /// `position` and `source` are those of the registration.
  static let label = TableDefinition(
    name: "label",
    create: """
      CREATE TABLE label (
        look TEXT NOT NULL,
        name INTEGER NOT NULL REFERENCES name (key),
        position INTEGER NOT NULL REFERENCES event (position),
        source INTEGER NOT NULL REFERENCES event (position),
        PRIMARY KEY (look, name, position, source)
      ) STRICT, WITHOUT ROWID
      """,
    keys: [["look", "name", "position", "source"]],
    replaceable: [])
}

extension Day {
  /// The day as a column holds it: days since 1970-01-01.
  var column: Int64 { Int64(ordinal) }
}

extension DayRange {
  /// The last possible day of an interval's start, as a column holds it; null for any other range.
  var certainColumn: Int64? { certain == latest ? nil : certain.column }

  /// The range that three columns hold; nil where the first is null.
  init?(_ earliest: Int64?, _ latest: Int64?, certain: Int64?) {
    guard let earliest, let latest else { return nil }
    self.init(columns: earliest, latest, certain: certain)
  }

  /// The range that three columns hold of which two are never null.
  init(columns earliest: Int64, _ latest: Int64, certain: Int64?) {
    self.init(
      earliest: Day(ordinal: Int(earliest)), latest: Day(ordinal: Int(latest)),
      certain: certain.map { Day(ordinal: Int($0)) })
  }
}

extension Market {
  /// The market whose code a column holds, also one that this program does not name.
  init?(recorded code: UnsafeRawBufferPointer) {
    self.init(packing: String(decoding: code, as: UTF8.self))
  }

  /// Whether a column holds this market's code.
  func isCoded(_ code: UnsafeRawBufferPointer) -> Bool {
    Market.packed(code) == rawValue
  }
}

/// Numbers in one column, as a JSON array: `[12,40]`.
enum NumberList {
  /// The column's text; null if there are none.
  static func text(_ numbers: [some FixedWidthInteger]) -> String? {
    guard let first = numbers.first else { return nil }
    return numbers.dropFirst().reduce("[\(first)") { "\($0),\($1)" } + "]"
  }

  /// Reads the column's bytes.
  static func numbers<Number: FixedWidthInteger>(in bytes: UnsafeRawBufferPointer) -> [Number] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
      .compactMap { Number(String(decoding: $0, as: UTF8.self)) }
  }
}
