import GRDB
package import Stances

/// A filter as SQL, with what SQL cannot check left to be checked for each event.
struct EventQuery {
  private let sql: String
  private let types: [String]
  private let tags: [Tag]

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
    if !filter.types.isEmpty {
      conditions.append("type IN (\(list(filter.types.map { _ in "?" })))")
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
    let filtered = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let order = filter.newestFirst ? " DESC" : ""
    sql = "SELECT position, json FROM event\(filtered) ORDER BY position\(order)"
    types = filter.types
    tags = filter.tags
  }

  /// The query's statement, ready to step.
  func statement(in database: Database) throws -> RawStatement {
    let statement = try RawStatement(sql, in: database)
    for (index, type) in types.enumerated() { statement.bind(type, at: CInt(index + 1)) }
    return statement
  }

  /// Whether an event that the SQL lets through passes the rest of the filter.
  func accepts(_ event: RecordedEvent) -> Bool {
    guard !tags.isEmpty else { return true }
    guard let carried = event.event?.tags else { return false }
    return tags.allSatisfy(carried.contains)
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
  /// Types as written, also ones that this program does not know.
  package var types: [String] = []
  /// Events that carry every one of these tags.
  package var tags: [Tag] = []
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
