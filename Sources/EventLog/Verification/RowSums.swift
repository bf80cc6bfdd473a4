import GRDB
import Stances

/// The sums over the derived tables.
struct RowSums: Equatable, Sendable {
  private let key: UInt64
  private(set) var subject = RowSum()
  private(set) var move = RowSum()
  private(set) var amendment = RowSum()
  private(set) var registration = RowSum()

  init(key: UInt64) {
    self.key = key
  }

  /// Adds the rows that an event implies, with the numbers that the log gives to names.
  mutating func add(_ rows: DerivedRows, keys: [LogName: Int64]) {
    for row in rows.subjects { subject.add(hash(row, keys)) }
    for row in rows.moves { move.add(hash(row, keys)) }
    if let row = rows.amendment { amendment.add(hash(row, keys)) }
    if let row = rows.registration { registration.add(hash(row, keys)) }
  }

  mutating func add(_ other: RowSums) {
    subject.add(other.subject)
    move.add(other.move)
    amendment.add(other.amendment)
    registration.add(other.registration)
  }

  private func hash(_ row: some DerivedRow, _ keys: [LogName: Int64]) -> RowHash {
    var hash = RowHash(key: key)
    row.forEachColumn(key: { keys[$0] }) { hash.add($0) }
    return hash
  }

  /// Adds the rows that the log holds, but for those of some events.
  ///
  /// - Returns: whether the great tables are in the order of their keys.
  mutating func addStored(in database: Database, but skipped: Set<Int64>) throws -> Bool {
    let orders = [
      try scan(.subject, "position", in: database, but: skipped) { subject.add($0) },
      try scan(.move, "source", in: database, but: skipped) { move.add($0) },
      try scan(.amendment, "position", in: database, but: skipped) { amendment.add($0) },
      try scan(.registration, "source", in: database, but: skipped) { registration.add($0) },
    ]
    return orders.allSatisfy(\.holds)
  }

  /// Reads a table whose key's columns come first, as they do in every derived table.
  private func scan(
    _ table: Table, _ source: String, in database: Database, but skipped: Set<Int64>,
    _ body: (RowHash) -> Void
  ) throws -> KeyOrder {
    let rows = try RawStatement("SELECT \(source), * FROM \(table.name)", in: database)
    let lastOfKey = CInt(table.keys[0].count)
    var order = KeyOrder()
    while try rows.step() {
      var hash = RowHash(key: key)
      for column in 1..<rows.columnCount {
        let isOfKey = column <= lastOfKey
        switch rows.kind(of: column) {
        case .null: hash.add(nil as Int64?)
        case .integer:
          let number = rows.integer(column)
          hash.add(number)
          if isOfKey { order.add(number) }
        case .bytes:
          let bytes = rows.bytes(column)
          hash.add(bytes)
          if isOfKey { order.add(bytes) }
        }
      }
      order.endKey()
      if skipped.isEmpty || !skipped.contains(rows.integer(0)) { body(hash) }
    }
    return order
  }
}
