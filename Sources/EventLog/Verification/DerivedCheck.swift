import GRDB
import Stances

/// Names what is wrong in the derived tables.
///
/// Looks for each row that an event implies, and counts the others. That takes a look-up a row,
/// so it comes only after the tables' sums were found to differ.
///
/// What an event implies comes from ``DerivedRows``, as it does for the writer. These tables are
/// not a record but this program's reading of one, and what is asked here is whether they still
/// hold it: a second reading could only differ from the first if one of them is wrong. That is
/// asked by `Tools/checks/judge`, which reads the events by the rules with no code of ours.
struct DerivedCheck {
  private let reader: LogReader
  private let lookup: LogLookup
  private let subject: RawStatement
  private let move: RawStatement
  private let amendment: RawStatement
  private let registration: RawStatement
  private let label: RawStatement
  private var counts: [String: Int64] = [:]
  private var names: Set<LogName> = []

  init(_ reader: LogReader, lookup: LogLookup) throws {
    self.reader = reader
    self.lookup = lookup
    func search(_ table: TableDefinition) throws -> RawStatement {
      let isSame = try reader.database.columns(in: table.name).map { "\($0.name) IS ?" }
      return try RawStatement(
        "SELECT 1 FROM \(table.name) WHERE \(isSame.joined(separator: " AND "))",
        in: reader.database)
    }
    subject = try search(.subject)
    move = try search(.move)
    amendment = try search(.amendment)
    registration = try search(.registration)
    label = try search(.label)
  }

  /// Looks for the rows of all events that can be read and are known.
  mutating func run(_ verification: inout Verification) throws {
    try DerivedRows.forEach(after: .beforeFirst, in: reader.database, lookup) { position, rows in
      try check(rows, at: position, &verification)
    }
    try checkCounts(&verification)
  }

  /// Looks for rows that refer to something missing.
  static func checkReferences(
    _ reader: LogReader, _ verification: inout Verification
  ) throws {
    for row in try Row.fetchAll(reader.database, sql: "PRAGMA foreign_key_check") {
      verification.note(.brokenReference(table: row["table"], to: row["parent"]))
    }
  }

  /// Looks for the rows that the event at a position implies.
  mutating func check(
    _ rows: DerivedRows, at position: Position, _ verification: inout Verification
  ) throws {
    if let name = rows.introduced {
      names.insert(name)
      if try lookup.key(of: name) == nil {
        verification.note(.missingRow(table: TableDefinition.name.name, position: position))
      }
    }
    func look(for row: some DerivedRow, in table: TableDefinition, by search: RawStatement) throws {
      counts[table.name, default: 0] += 1
      try row.bind(to: search, in: lookup)
      if try search.firstInteger() == nil {
        verification.note(.missingRow(table: table.name, position: position))
      }
    }
    for row in rows.subjects { try look(for: row, in: .subject, by: subject) }
    for row in rows.moves { try look(for: row, in: .move, by: move) }
    if let row = rows.amendment { try look(for: row, in: .amendment, by: amendment) }
    if let row = rows.registration { try look(for: row, in: .registration, by: registration) }
    for row in rows.labels { try look(for: row, in: .label, by: label) }
  }

  /// Counts the rows of each table, less those of events that this program does not know.
  private func checkCounts(_ verification: inout Verification) throws {
    let sources: [(table: TableDefinition, source: String)] = [
      (.subject, "position"), (.move, "source"), (.amendment, "position"),
      (.registration, "source"), (.label, "source"),
    ]
    for (table, source) in sources {
      let found = try Int64.fetchOne(
        reader.database,
        sql: """
          SELECT count(*) FROM \(table.name)
          WHERE \(source) NOT IN (SELECT position FROM event WHERE NOT (\(Self.isKnown)))
          """)
      note((found ?? 0) - counts[table.name, default: 0], more: table, &verification)
    }
    // Which event brought a name in is not recorded: an unknown one may have.
    guard verification.unknown == 0 else { return }
    let found = try Int64.fetchOne(reader.database, sql: "SELECT count(*) FROM name") ?? 0
    note(found - Int64(names.count), more: .name, &verification)
  }

  /// Whether this program knows the type and version of an event, as SQL.
  private static let isKnown: String = {
    let conditions = EventType.allCases.map { type in
      let versions = "\(Upcasting.oldestVersion(of: type)) AND \(Vocabulary.version(of: type))"
      return "(type = '\(type.term)' AND v BETWEEN \(versions))"
    }
    return conditions.joined(separator: " OR ")
  }()

  private func note(_ count: Int64, more table: TableDefinition, _ verification: inout Verification)
  {
    if count > 0 { verification.note(.extraRows(table: table.name, count: count)) }
  }
}
