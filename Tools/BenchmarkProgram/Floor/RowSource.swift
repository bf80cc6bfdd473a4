import GRDBSQLite

/// The rows of one table of a log in the order in which its appends wrote them.
final class RowSource {
  private let query: RawQuery
  private var isAtRow: Bool

  /// The rows of the events after a position.
  init(_ table: LogTable, of log: RawDatabase, after position: Int64) throws {
    query = try RawQuery(
      """
      SELECT \(table.position), * FROM \(table.name)
      WHERE \(table.position) > \(position) ORDER BY 1
      """, in: log)
    isAtRow = try query.step()
  }

  /// The next rows, up to those of the event at `position`.
  func rows(upTo position: Int64) throws -> [RawRow] {
    var rows: [RawRow] = []
    while isAtRow, sqlite3_column_int64(query.handle, 0) <= position {
      rows.append(RawRow(query, from: 1))
      isAtRow = try query.step()
    }
    return rows
  }
}
