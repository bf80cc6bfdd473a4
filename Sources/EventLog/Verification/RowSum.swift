import Stances

/// A sum over the rows of a table that is the same in whatever order they are added.
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

/// The hash of one row, column by column.
struct RowHash {
  private var hasher = Hasher()
  /// What each column holds, two bits each: a null is distinguished from every value.
  private var kinds: UInt64 = 0

  init(key: UInt64) {
    hasher.combine(key)
  }

  mutating func add(_ value: Int64?) {
    kinds <<= 2
    guard let value else { return }
    kinds |= 1
    hasher.combine(value)
  }

  mutating func add(_ text: UnsafeRawBufferPointer) {
    kinds = kinds << 2 | 2
    hasher.combine(text.count)
    hasher.combine(bytes: text)
  }

  mutating func add(_ value: ColumnValue) {
    switch value {
    case .integer(let integer): add(integer)
    case .text(nil): add(nil as Int64?)
    case .text(var text?): text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }
  }

  /// Two hashes of the same state, of which the second has gone one step further.
  fileprivate var halves: (UInt64, UInt64) {
    var whole = hasher
    whole.combine(kinds)
    var further = whole
    further.combine(true)
    return (
      UInt64(bitPattern: Int64(whole.finalize())), UInt64(bitPattern: Int64(further.finalize()))
    )
  }
}
