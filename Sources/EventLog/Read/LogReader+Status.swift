import GRDB
package import Stances

/// How many events of one type and version a log holds.
package struct TypeCount: Hashable, Sendable {
  /// The type as written.
  package let type: String
  /// The version in which the events were written.
  package let version: Int
  /// How many events there are of it.
  package let count: Int

  /// Whether this program can read such events.
  package var isKnown: Bool { isReadable(type, version) }
}

extension TypeCount {
  /// Counts as one text: a line for each.
  static func text(of counts: [TypeCount]) -> String {
    counts.map { "\($0.version) \($0.count) \($0.type)\n" }.joined()
  }

  /// The counts that a text holds; nil if it holds none.
  static func counts(in text: String) -> [TypeCount]? {
    var counts: [TypeCount] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let version = Int(parts[0]), let count = Int(parts[1]) else {
        return nil
      }
      counts.append(TypeCount(type: String(parts[2]), version: version, count: count))
    }
    return counts
  }
}

/// A type in one version, in the order of the log's index of types.
private struct TypeKind: Hashable, Comparable {
  let type: String
  let version: Int

  static func < (left: Self, right: Self) -> Bool {
    left.type == right.type
      ? left.version < right.version
      : left.type.utf8.lexicographicallyPrecedes(right.type.utf8)
  }
}

/// Whether this program can read events of a type in a version.
private func isReadable(_ type: String, _ version: Int) -> Bool {
  guard let type = EventType(rawValue: type) else { return false }
  return Upcasting.oldestVersion(of: type)...Vocabulary.version(of: type) ~= version
}

/// A log at a glance.
package struct LogStatus: Sendable {
  /// The last position; 0 for an empty log.
  package let head: Position
  /// When the last event was recorded; nil for an empty log.
  package let lastRecorded: Timestamp?
  /// The number of the file's layout.
  package let format: Int
  /// The bytes of the log in its file.
  package let bytes: Int64
  /// The version of the SQLite library that reads the log.
  package let sqliteVersion: String
  /// How many events there are of each type and version.
  package let types: [TypeCount]

  /// How many events are of a type or version that this program does not know.
  package var unknown: Int { types.filter { !$0.isKnown }.reduce(0) { $0 + $1.count } }
}

extension LogReader {
  /// The log at a glance, with counts that are known or else made from an index, not the events.
  package func status(with types: [TypeCount]? = nil) throws -> LogStatus {
    let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let pageSize = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    return LogStatus(
      head: try head, lastRecorded: try lastRecorded,
      format: try LayoutVersion(of: database).format, bytes: pages * pageSize,
      sqliteVersion: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
      types: try types ?? typeCounts())
  }

  /// How many events there are of each type and version, known or not.
  package func typeCounts() throws -> [TypeCount] {
    try typeCounts(
      in: RawStatement(
        "SELECT type, v, count(*) FROM event GROUP BY type, v ORDER BY type, v", in: database))
  }

  /// How many there are with those after a position, of which counts are known.
  package func typeCounts(_ counts: [TypeCount], after position: Position) throws -> [TypeCount] {
    let rows = try RawStatement(
      "SELECT type, v, count(*) FROM event NOT INDEXED WHERE position > ? GROUP BY type, v",
      in: database)
    rows.bind(position, at: 1)
    let sums = try (counts + typeCounts(in: rows)).reduce(into: [TypeKind: Int]()) {
      $0[TypeKind(type: $1.type, version: $1.version), default: 0] += $1.count
    }
    return sums.sorted { $0.key < $1.key }.map {
      TypeCount(type: $0.key.type, version: $0.key.version, count: $0.value)
    }
  }

  private func typeCounts(in rows: RawStatement) throws -> [TypeCount] {
    var counts: [TypeCount] = []
    while try rows.step() {
      counts.append(
        TypeCount(type: rows.text(0), version: Int(rows.integer(1)), count: Int(rows.integer(2))))
    }
    return counts
  }

  /// The events of the types of which the log has some that this program cannot read; found in a
  /// few steps through the index of types.
  package func unknownKinds() throws -> [EventFilter] {
    // Not ">": SQLite finds the first row that is not less, and would pass all of one version.
    let next = try RawStatement(
      "SELECT type, v FROM event WHERE (type, v) >= (?, ?) ORDER BY type, v LIMIT 1", in: database)
    var (type, version) = ("", Int64.min)
    var unknown: Set<String> = []
    while true {
      next.bind(type, at: 1)
      next.bind(version == .min ? version : version + 1, at: 2)
      defer { next.reset() }
      guard version < .max, try next.step() else { break }
      (type, version) = (next.text(0), next.integer(1))
      if !isReadable(type, Int(version)) { unknown.insert(type) }
    }
    return unknown.sorted().map {
      var filter = EventFilter()
      filter.types = [$0]
      return filter
    }
  }
}
