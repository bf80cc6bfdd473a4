import GRDBSQLite

/// The floor of a replay: every column of the table that a replay reads, in its order.
enum MoveScan {
  private static let sql = """
    SELECT company, market, earliest, latest, published_earliest, published_latest, position,
      source, act, level, disclosed, grade, due_earliest, due_latest, denies
    FROM move
    ORDER BY company, market, earliest, latest, published_earliest, position, source, act
    """
  private static let texts: Set<CInt> = [1, 14]

  /// Reads the whole table; answers the number of rows, and the sum of all it read.
  static func run(in log: RawDatabase) throws -> (rows: Int, sum: Int64) {
    let query = try RawQuery(sql, in: log)
    var rows = 0
    var sum: Int64 = 0
    while try query.step() {
      rows += 1
      for column in 0..<CInt(15) {
        if texts.contains(column) {
          sum &+= Int64(sqlite3_column_text(query.handle, column)?.pointee ?? 0)
          sum &+= Int64(sqlite3_column_bytes(query.handle, column))
        } else {
          sum &+= sqlite3_column_int64(query.handle, column)
        }
      }
    }
    return (rows, sum)
  }
}
