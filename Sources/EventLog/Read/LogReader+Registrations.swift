import GRDB
package import Stances

/// The log's own number for a company, which its moves carry; it means nothing in another log.
package struct CompanyKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number as the log's columns hold it.
  let column: Int64

  /// The key that a column holds.
  init(_ column: Int64) {
    self.column = column
  }

  package var description: String { column.description }

  /// By number, which is the order of moves in the log.
  package static func < (left: Self, right: Self) -> Bool { left.column < right.column }
}

/// A company of the log, with every name that it was ever registered under.
package struct RegisteredCompany: Hashable, Sendable {
  /// The company's slug.
  package let id: CompanyID
  /// Its names in order of position; including those that were corrected or withdrawn.
  package fileprivate(set) var titles: [CompanyTitle]
}

/// One name that a company was registered under, and its positions in the log.
package struct CompanyTitle: Hashable, Sendable {
  /// The registration's position.
  package let position: Position
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Position
  /// The name.
  package let name: String
  /// From when all of the registration is so; nil for always.
  package let occurred: DayRange?
  /// When anyone could have known it; nil for always.
  package let published: DayRange?
  /// The log's number of the company that this one belongs to.
  package let parent: CompanyKey?
  /// The log's number of the company that this one is from then on.
  package let mergedInto: CompanyKey?
}

/// Companies that registrations merged into others, each with the other, by the log's numbers.
package struct Mergers: Sendable {
  fileprivate var pairs: [(Int64, Int64)] = []

  /// Some companies with all that they were ever merged with, and those with theirs.
  fileprivate func joined(_ keys: Set<Int64>) -> Set<Int64> {
    var joined = keys
    var count: Int
    repeat {
      count = joined.count
      for (one, other) in pairs where joined.contains(one) || joined.contains(other) {
        joined.formUnion([one, other])
      }
    } while joined.count > count
    return joined
  }
}

/// One registration of a company or a body, with the content that it has at one position.
package struct Registration: Sendable {
  /// The registration's position.
  package let position: Position
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Position
  /// The registration as that event has it.
  package let event: Event
}

extension LogReader {
  /// The companies of the log by the keys that moves carry.
  package func companies() throws -> [CompanyKey: RegisteredCompany] {
    try companies(where: "TRUE")
  }

  /// Some companies with those that they were ever merged with; each that one of them belonged to
  /// by its slug alone.
  package func companies(
    _ asked: [CompanyID], joinedBy mergers: Mergers
  ) throws -> [CompanyKey: RegisteredCompany] {
    let lookup = try LogLookup(database)
    let keys = mergers.joined(Set(try asked.compactMap { try lookup.key(of: LogName($0)) }))
    guard !keys.isEmpty else { return [:] }
    var companies = try companies(where: "registration.name IN (\(Self.list(keys)))")
    let slug = try RawStatement(shared: "SELECT slug FROM name WHERE key = ?", in: database)
    for parent in Set(companies.values.flatMap(\.titles).compactMap(\.parent))
    where companies[parent] == nil {
      slug.bind(parent.column, at: 1)
      if try slug.step() {
        companies[parent] = RegisteredCompany(id: CompanyID(recorded: slug.text(0)), titles: [])
      }
      slug.reset()
    }
    return companies
  }

  private func companies(where condition: String) throws -> [CompanyKey: RegisteredCompany] {
    // Registrations outside: with names outside SQLite scans the registrations for each name.
    let rows = try RawStatement(
      """
      SELECT position, source, key, slug, title, occurred_earliest, occurred_latest,
        occurred_certain, published_earliest, published_latest, published_certain, parent,
        merged_into
      FROM registration CROSS JOIN name ON name.key = registration.name
      WHERE kind = '\(NameKind.company.rawValue)' AND \(condition) ORDER BY position, source
      """, in: database)
    var companies: [CompanyKey: RegisteredCompany] = [:]
    while try rows.step() {
      let title = CompanyTitle(
        position: rows.position(0), source: rows.position(1), name: rows.text(4),
        occurred: DayRange(
          rows.optionalInteger(5), rows.optionalInteger(6), certain: rows.optionalInteger(7)),
        published: DayRange(
          rows.optionalInteger(8), rows.optionalInteger(9), certain: rows.optionalInteger(10)),
        parent: rows.optionalInteger(11).map(CompanyKey.init),
        mergedInto: rows.optionalInteger(12).map(CompanyKey.init))
      let key = CompanyKey(rows.integer(2))
      if companies[key] == nil {
        companies[key] = RegisteredCompany(id: CompanyID(recorded: rows.text(3)), titles: [])
      }
      companies[key]?.titles.append(title)
    }
    return companies
  }

  /// Which companies any registration ever merged.
  package func mergers() throws -> Mergers {
    let rows = try RawStatement(
      "SELECT name, merged_into FROM registration WHERE merged_into IS NOT NULL", in: database)
    var mergers = Mergers()
    while try rows.step() { mergers.pairs.append((rows.integer(0), rows.integer(1))) }
    return mergers
  }

  private static func list(_ keys: Set<Int64>) -> String {
    keys.sorted().map(\.description).joined(separator: ", ")
  }

  /// Where the log registers everyone whom some events name, and some companies, with all that any
  /// registration merged with them: the positions of registrations and of their corrections.
  package func registrations(
    namedIn events: some Sequence<Event>, and companies: [CompanyID], joinedBy mergers: Mergers
  ) throws -> Set<Position> {
    var names = Set(companies.map { LogName($0) })
    for event in events {
      names.formUnion(event.content.nameMentions.lazy.map(\.name))
      if let name = event.content.introducedName { names.insert(name) }
    }
    let lookup = try LogLookup(database)
    let keys = mergers.joined(
      Set(try names.filter { $0.kind != .measure }.compactMap { try lookup.key(of: $0) }))
    // Of many it is faster to look at each registration than for each name.
    let isOfMany = keys.count > Self.manyNames
    let rows = try RawStatement(
      "SELECT position, source, name FROM registration"
        + (isOfMany ? "" : " WHERE name IN (\(Self.list(keys)))"), in: database)
    var places: Set<Position> = []
    while try rows.step() {
      guard !isOfMany || keys.contains(rows.integer(2)) else { continue }
      places.formUnion([rows.position(0), rows.position(1)])
    }
    return places
  }

  private static let manyNames = 500

  /// Every registration of companies and bodies in each content that it ever had, in order of
  /// position: check each against the query's log clock and acting amendments.
  package func registrations() throws -> [Registration] {
    try registrations(
      in: RawStatement(
        "SELECT position, source FROM registration ORDER BY position, source", in: database))
  }

  /// Those of them that may have a text as a name or a ticker, whatever the case of its letters.
  package func registrations(perhapsNaming text: String) throws -> [Registration] {
    let looks = Set([text, text.lowercased(), text.uppercased()].map { Stances.looks($0) }).sorted()
    let parameters = looks.map { _ in "?" }.joined(separator: ", ")
    let named = try RawStatement(
      """
      SELECT position, source FROM label WHERE look IN (\(parameters))
      UNION SELECT registration.position, source
      FROM registration CROSS JOIN event ON event.position = source
      WHERE instr(json, CAST('"tickers":' AS BLOB)) > 0
      ORDER BY 1, 2
      """, in: database)
    for (index, look) in looks.enumerated() { named.bind(look, at: CInt(index + 1)) }
    return try registrations(in: named)
  }

  private func registrations(in rows: RawStatement) throws -> [Registration] {
    var places: [(position: Position, source: Position)] = []
    while try rows.step() { places.append((rows.position(0), rows.position(1))) }
    return try places.compactMap { position, source in
      try registration(at: source).map {
        Registration(position: position, source: source, event: $0)
      }
    }
  }

  /// The registration that an event makes, itself or as a correction.
  package func registration(at source: Position) throws -> Event? {
    let event = try event(at: source)?.event
    return if case .correction(let correction) = event?.content {
      correction.replacement
    } else {
      event
    }
  }
}

/// A name or an alias under which a company or a body is registered.
package struct RegisteredLabel: Hashable, Sendable {
  /// What the name is of: a company or a body.
  package let type: EventType
  /// The slug of the company or body.
  package let slug: String
  /// The name as the eye takes it: ``looks(_:)``.
  package let look: String
  /// The registration's position.
  package let position: Position
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Position
}

extension LogReader {
  /// The names that look like a text, of the registrations as they are corrected by now; also of
  /// those that are withdrawn.
  package func labels(lookingLike text: String) throws -> [RegisteredLabel] {
    let rows = try RawStatement(shared: Self.labels + " AND look = ?", in: database)
    rows.bind(looks(text), at: 1)
    defer { rows.reset() }
    return try labels(in: rows)
  }

  /// All names of the registrations as they are corrected by now; also of those that are withdrawn.
  package func labels() throws -> [RegisteredLabel] {
    try labels(in: RawStatement(Self.labels, in: database))
  }

  private func labels(in rows: RawStatement) throws -> [RegisteredLabel] {
    var labels: [RegisteredLabel] = []
    while try rows.step() {
      let isCompany = rows.matches(NameKind.company.rawValue, 0)
      labels.append(
        RegisteredLabel(
          type: isCompany ? .companyRegistered : .bodyRegistered, slug: rows.text(1),
          look: rows.text(2), position: rows.position(3), source: rows.position(4)))
    }
    return labels
  }

  private static let labels = """
    SELECT kind, slug, look, position, source FROM label CROSS JOIN name ON name.key = label.name
    WHERE source =
      (SELECT max(source) FROM registration WHERE registration.position = label.position)
    """
}
