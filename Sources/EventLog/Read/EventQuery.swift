import GRDB
package import Stances

/// A filter as SQL, with what SQL cannot check left to be checked for each event.
struct EventQuery {
  private let sql: String
  private let cursors: [Kind]
  private let values: [String]
  private let content: ContentChoice
  private let newestFirst: Bool

  /// A type of events as the log's index of types has it: with one of its versions.
  private struct Kind {
    let type: String
    let version: Int64
  }

  /// Answers nil if the filter lets nothing through: the log does not know a name it asks for.
  init?(_ filter: EventFilter, in lookup: LogLookup) throws {
    var conditions: [String] = []
    let names = [
      filter.companies.map(LogName.init), filter.bodies.map(LogName.init),
      filter.measures.map(LogName.init),
    ]
    for names in names where !names.isEmpty {
      let keys = try names.compactMap(lookup.key(of:))
      guard !keys.isEmpty else { return nil }
      conditions.append(
        "position IN (SELECT position FROM subject WHERE name IN (\(list(keys))))")
    }
    if filter.concernsMeasures {
      conditions.append(
        """
        position IN (SELECT position FROM subject WHERE name IN
          (SELECT key FROM name WHERE kind = '\(NameKind.measure.rawValue)'))
        """)
    }
    // Names lead to few events, whatever their types. Types alone lead through their index, one
    // version after the other: its rows are in the order of the log.
    let isByType = conditions.isEmpty && !filter.types.isEmpty
    cursors =
      isByType
      ? try Set(filter.types).sorted().flatMap { type in
        try lookup.versions(of: type).map { Kind(type: type, version: $0) }
      } : []
    values =
      (isByType ? [] : filter.types) + filter.containing.flatMap(\.self)
    if isByType {
      guard !cursors.isEmpty else { return nil }
      conditions.append("type = ?1 AND v = ?2")
    } else if !filter.types.isEmpty {
      conditions.append("+type IN (\(list(filter.types.map { _ in "?" })))")
    }
    for texts in filter.containing {
      let found = texts.map { _ in "instr(json, CAST(? AS BLOB)) > 0" }
      conditions.append("(\(found.joined(separator: " OR ")))")
    }
    if let occurred = filter.occurred {
      conditions.append(overlap(occurred, "occurred_earliest", "occurred_latest"))
    }
    if let published = filter.published {
      conditions.append(overlap(published, "published_earliest", "published_latest"))
    }
    if let positions = filter.positions {
      conditions.append("position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)")
    }
    let table = isByType ? "event INDEXED BY event_type" : "event"
    let filtered = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    newestFirst = filter.newestFirst
    let order = newestFirst ? " DESC" : ""
    sql = "SELECT position, json FROM \(table)\(filtered) ORDER BY position\(order)"
    content = filter.content
  }

  /// Steps through the events that the SQL lets through, in order, until `body` answers false.
  func forEach(
    in database: Database, _ body: (Position, UnsafeRawBufferPointer) throws -> Bool
  ) throws {
    let statements =
      try cursors.isEmpty
      ? [statement(in: database)]
      : cursors.map { kind in
        let statement = try statement(in: database, after: 2)
        statement.bind(kind.type, at: 1)
        statement.bind(kind.version, at: 2)
        return statement
      }
    // Few cursors: the next event is the first of their next ones.
    var open = try statements.filter { try $0.step() }
    while let next = open.indices.min(by: { isBefore(open[$0], open[$1]) }) {
      guard try body(open[next].position(0), open[next].bytes(1)) else { return }
      if try !open[next].step() { open.remove(at: next) }
    }
  }

  private func isBefore(_ left: RawStatement, _ right: RawStatement) -> Bool {
    let (left, right) = (left.position(0), right.position(0))
    return newestFirst ? left > right : left < right
  }

  private func statement(in database: Database, after taken: CInt = 0) throws -> RawStatement {
    let statement = try RawStatement(sql, in: database)
    for (index, value) in values.enumerated() { statement.bind(value, at: taken + CInt(index + 1)) }
    return statement
  }

  /// Whether an event that the SQL lets through passes the rest of the filter.
  func accepts(_ event: RecordedEvent) -> Bool {
    guard content.narrows else { return true }
    return event.event.map(content.admits) ?? false
  }
}

private func list(_ items: [some CustomStringConvertible]) -> String {
  items.map(\.description).joined(separator: ", ")
}

private func overlap(_ range: DayRange, _ earliest: String, _ latest: String) -> String {
  "\(earliest) <= \(range.latest.column) AND \(latest) >= \(range.earliest.column)"
}

/// Which events to read; an empty filter means all, oldest first.
package struct EventFilter: Hashable, Sendable {
  /// Events that concern one of these companies.
  package var companies: [CompanyID] = []
  /// Events that concern one of these bodies.
  package var bodies: [BodyID] = []
  /// Events that concern one of these measures.
  package var measures: [MeasureKey] = []
  /// Whether to read only events that concern some measure.
  package var concernsMeasures = false
  /// Events whose canonical bytes contain one of the texts of each list.
  package var containing: [[String]] = []
  /// Types as written, also ones that this program does not know.
  package var types: [String] = []
  /// What events say.
  package var content = ContentChoice()
  /// Events that can have happened on a day of this range.
  package var occurred: DayRange?
  /// Events that can have been published on a day of this range.
  package var published: DayRange?
  /// Positions, both ends included.
  package var positions: ClosedRange<Position>?
  /// Whether the last recorded come first.
  package var newestFirst = false
  /// At most this many events.
  package var limit: Int?

  /// A filter that every event passes.
  package init() {}
}

extension EventFilter {
  /// Events of some types, and corrections that make one of another event.
  package static func types(_ types: [EventType]) -> [EventFilter] {
    var filter = EventFilter()
    filter.types = types.map(\.rawValue)
    return [filter, .corrections(to: types)]
  }

  /// Corrections whose replacement is of some types.
  private static func corrections(to types: [EventType]) -> EventFilter {
    var filter = corrections
    filter.containing = [types.map { "\"type\":\"\($0.rawValue)\"" }]
    return filter
  }

  /// Statements and pressure that can address companies that they do not name: all companies, or
  /// those of a sector or country.
  package static var addressingMany: [EventFilter] {
    EventFilter.types([.governmentStatement, .pressure]).map {
      var filter = $0
      filter.containing.append(["\"all\":true", "\"sectors\":[", "\"countries\":["])
      return filter
    }
  }

  /// All corrections.
  static var corrections: EventFilter {
    var filter = EventFilter()
    filter.types = [EventType.correction.rawValue]
    return filter
  }
}
