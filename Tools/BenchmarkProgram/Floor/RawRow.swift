import GRDBSQLite

/// A row held in memory, to be inserted elsewhere.
final class RawRow {
  private let values: [OpaquePointer?]

  /// Copies the row that a query is on, from a column on.
  init(_ query: RawQuery, from column: CInt) {
    values = (column..<sqlite3_column_count(query.handle)).map {
      sqlite3_value_dup(sqlite3_column_value(query.handle, $0))
    }
  }

  deinit {
    values.forEach { sqlite3_value_free($0) }
  }

  /// Binds the values to a statement's parameters in order.
  func bind(to statement: RawQuery) {
    for (index, value) in values.enumerated() {
      sqlite3_bind_value(statement.handle, CInt(index) + 1, value)
    }
  }
}
