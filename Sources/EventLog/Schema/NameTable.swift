extension Table {
  /// Small numbers for the names of companies, bodies and measures, for use in the other tables.
  static let name = Table(
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
