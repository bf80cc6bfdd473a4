import GRDB
package import Stances

/// The log's own number for a company, which its moves carry; it means nothing in another log.
package struct CompanyKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let number: Int64

  /// The number as the log's columns hold it.
  init(_ number: Int64) {
    self.number = number
  }

  /// The same, for other tables.
  var column: Int64 { number }

  package var description: String { number.description }

  /// By number, which is the order of moves in the log.
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
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
    // Registrations outside: with names outside SQLite scans the registrations for each name.
    let rows = try RawStatement(
      """
      SELECT position, source, key, slug, title, occurred_earliest, occurred_latest,
        occurred_certain, published_earliest, published_latest, published_certain, parent,
        merged_into
      FROM registration CROSS JOIN name ON name.key = registration.name
      WHERE kind = '\(NameKind.company.rawValue)' ORDER BY position, source
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

  /// Every registration of companies and bodies in each content that it ever had, in order of
  /// position: check each against the query's log clock and acting amendments.
  package func registrations() throws -> [Registration] {
    let rows = try RawStatement(
      "SELECT position, source FROM registration ORDER BY position, source", in: database)
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
