import GRDB
import Stances

/// The sums over the derived tables.
struct RowSums: Equatable, Sendable {
  private let key: RowKey
  private(set) var subject = RowSum()
  private(set) var move = RowSum()
  private(set) var amendment = RowSum()
  private(set) var registration = RowSum()
  private(set) var label = RowSum()

  init(key: RowKey) {
    self.key = key
  }

  /// Adds the rows that an event implies, with the numbers that the log gives to names.
  mutating func add(_ rows: DerivedRows, keys: [LogName: Int64]) {
    // Most events concern one name, in a subject and in each move.
    var last: (name: LogName, key: Int64?)?
    func key(of name: LogName) -> Int64? {
      if let last, last.name == name { return last.key }
      let key = keys[name]
      last = (name, key)
      return key
    }
    for row in rows.subjects { subject.add(hash(row, key)) }
    for row in rows.moves { move.add(hash(row, key)) }
    if let row = rows.amendment { amendment.add(hash(row, key)) }
    if let row = rows.registration { registration.add(hash(row, key)) }
    for row in rows.labels { label.add(hash(row, key)) }
  }

  mutating func add(_ other: RowSums) {
    subject.add(other.subject)
    move.add(other.move)
    amendment.add(other.amendment)
    registration.add(other.registration)
    label.add(other.label)
  }

  private func hash(_ row: some DerivedRow, _ keyOfName: (LogName) -> Int64?) -> RowHash {
    var hash = RowHash(key: key)
    row.forEachColumn(key: keyOfName) { hash.add($0) }
    return hash
  }

  /// Adds the rows that the log holds, except those of some events.
  ///
  /// - Returns: whether the great tables are in the order of their keys.
  mutating func addStored(in database: Database, but skipped: Set<Position>) throws -> Bool {
    let orders = [
      try scan(.subject, "position", in: database, but: skipped) { subject.add($0) },
      try scan(.move, "source", in: database, but: skipped) { move.add($0) },
      try scan(.amendment, "position", in: database, but: skipped) { amendment.add($0) },
      try scan(.registration, "source", in: database, but: skipped) { registration.add($0) },
      try scan(.label, "source", in: database, but: skipped) { label.add($0) },
    ]
    return orders.allSatisfy(\.holds)
  }

  /// Reads a table whose key's columns come first, as they do in every derived table.
  private func scan(
    _ table: TableDefinition, _ source: String, in database: Database, but skipped: Set<Position>,
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
      if skipped.isEmpty || !skipped.contains(rows.position(0)) { body(hash) }
    }
    return order
  }
}

/// A sum over the rows of a table that does not depend on the order in which they are added.
///
/// Each row counts by 128 bits of a hash under a key that is drawn for the run, so that no one can
/// have made other rows with the same sum: an additive multiset hash (Clarke and others, 2003).
/// Two tables are so compared in one pass each, though they are clustered in different orders.
struct RowSum: Equatable, Sendable {
  private(set) var count: Int64 = 0
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func add(_ row: RowHash) {
    let (low, high) = row.halves
    self.low &+= low
    self.high &+= high
    count += 1
  }

  mutating func add(_ other: RowSum) {
    low &+= other.low
    high &+= other.high
    count += other.count
  }
}
