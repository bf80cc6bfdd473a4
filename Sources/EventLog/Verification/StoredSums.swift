import GRDB

/// What the log's derived tables and the indices of its events hold, in sum.
struct StoredSums: Sendable {
  let rows: RowSums
  let indexed: IndexSums
  /// Whether all that look-ups go by is in its order.
  let isOrdered: Bool

  /// - Parameters:
  ///   - database: read in one state.
  ///   - key: the key under which rows are summed.
  ///   - skipped: the positions of events whose rows are skipped.
  /// - Throws: what reading the log throws.
  init(in database: Database, key: UInt64, but skipped: Set<Int64> = []) throws {
    var rows = RowSums(key: key)
    var indexed = IndexSums(key: key)
    let areRowsOrdered = try rows.addStored(in: database, but: skipped)
    isOrdered = try indexed.addStored(in: database) && areRowsOrdered
    (self.rows, self.indexed) = (rows, indexed)
  }
}
