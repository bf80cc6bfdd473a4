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
  /// The log at a glance; reads an index, not the events.
  package func status() throws -> LogStatus {
    let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
    let pageSize = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0
    return LogStatus(
      head: try head, lastRecorded: try lastRecorded,
      format: try LayoutVersion(of: database).format, bytes: pages * pageSize,
      sqliteVersion: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
      types: try typeCounts())
  }

  /// How many events there are of each type and version, known or not.
  package func typeCounts() throws -> [TypeCount] {
    let rows = try RawStatement(
      "SELECT type, v, count(*) FROM event GROUP BY type, v ORDER BY type, v", in: database)
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
    let next = try RawStatement(
      "SELECT type, v FROM event WHERE (type, v) > (?, ?) ORDER BY type, v LIMIT 1", in: database)
    var (type, version) = ("", Int64.min)
    var unknown: Set<String> = []
    while true {
      next.bind(type, at: 1)
      next.bind(version, at: 2)
      defer { next.reset() }
      guard try next.step() else { break }
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
