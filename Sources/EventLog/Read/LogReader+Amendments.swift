import GRDB
package import Stances

extension LogReader {
  /// Every correction and retraction, in order.
  package func amendments() throws -> [Amendment] {
    try amendments(
      in: RawStatement("\(Self.selectAmendments) ORDER BY amendment.position", in: database))
  }

  /// The corrections and retractions of one event, in order; not those of these.
  package func amendments(of target: Position) throws -> [Amendment] {
    let rows = try RawStatement(
      shared: "\(Self.selectAmendments) WHERE target = ? ORDER BY amendment.position",
      in: database)
    rows.bind(target, at: 1)
    defer { rows.reset() }
    return try amendments(in: rows)
  }

  /// The correction or retraction at a position, if there is one.
  package func amendment(at position: Position) throws -> Amendment? {
    let row = try RawStatement(
      shared: "\(Self.selectAmendments) WHERE amendment.position = ?", in: database)
    row.bind(position, at: 1)
    defer { row.reset() }
    return try amendments(in: row).first
  }

  /// The corrections and retractions of the events by which a company moves, each at least once.
  package func amendments(ofMovesBy company: CompanyID) throws -> [Amendment] {
    guard let key = try LogLookup(database).key(of: LogName(company)) else { return [] }
    let rows = try RawStatement(
      shared: """
        SELECT \(Self.amendmentColumns)
        FROM move CROSS JOIN amendment ON amendment.target = move.position WHERE move.company = ?
        """, in: database)
    rows.bind(key, at: 1)
    defer { rows.reset() }
    return try amendments(in: rows)
  }

  /// The corrections and retractions of registrations, in order.
  package func amendmentsOfRegistrations() throws -> [Amendment] {
    try amendments(
      in: RawStatement(
        """
        SELECT DISTINCT \(Self.amendmentColumns)
        FROM registration CROSS JOIN amendment ON amendment.target = registration.position
        ORDER BY amendment.position
        """, in: database))
  }

  private static let amendmentColumns = """
    amendment.position, target, kind, amendment.published_earliest, amendment.published_latest,
      amendment.published_certain
    """

  private static let selectAmendments = "SELECT \(amendmentColumns) FROM amendment"

  private func amendments(in rows: RawStatement) throws -> [Amendment] {
    var amendments: [Amendment] = []
    while try rows.step() {
      guard let kind = Amendment.Kind(rawValue: Int8(truncatingIfNeeded: rows.integer(2))) else {
        throw EventLogError.damaged(
          path: path, reason: "the amendment at \(rows.integer(0)) is of an unknown kind")
      }
      amendments.append(
        Amendment(
          position: rows.position(0), target: rows.position(1), kind: kind,
          published: DayRange(
            columns: rows.integer(3), rows.integer(4), certain: rows.optionalInteger(5))))
    }
    return amendments
  }
}
