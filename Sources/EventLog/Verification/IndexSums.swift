import GRDB
import Stances

/// The sums over the entries of the event table's indices.
///
/// They replace SQLite's own comparison, which looks for each row in each index: here
/// both are read in one pass each.
struct IndexSums: Equatable, Sendable {
  private let key: RowKey
  private(set) var ids = RowSum()
  private(set) var types = RowSum()

  init(key: RowKey) {
    self.key = key
  }

  /// The indices that are compared, by name.
  static let names: Set<String> = ["sqlite_autoindex_event_1", "event_type"]

  /// Adds the entries that a row should have.
  mutating func add(_ row: EventRows.Row, in bytes: UnsafeBufferPointer<UInt8>) {
    addID(UnsafeRawBufferPointer(bytes.extracting(row.id)), at: row.position)
    addType(
      UnsafeRawBufferPointer(bytes.extracting(row.type)), version: row.version, at: row.position)
  }

  mutating func add(_ other: IndexSums) {
    ids.add(other.ids)
    types.add(other.types)
  }

  /// Adds the entries that the indices hold.
  ///
  /// - Returns: whether each comes after the one before it, without which a look-up would miss
  ///   entries that are there.
  mutating func addStored(in database: Database) throws -> Bool {
    let ids = try RawStatement(
      "SELECT id, position FROM event INDEXED BY sqlite_autoindex_event_1", in: database)
    var idOrder = KeyOrder()
    while try ids.step() {
      let (id, position) = (ids.bytes(0), ids.position(1))
      idOrder.add(id)
      idOrder.endKey()
      addID(id, at: position)
    }
    let types = try RawStatement(
      "SELECT type, v, position FROM event INDEXED BY event_type", in: database)
    var typeOrder = KeyOrder()
    while try types.step() {
      let (type, version, position) = (types.bytes(0), types.integer(1), types.position(2))
      typeOrder.add(type)
      typeOrder.add(version)
      typeOrder.add(position.number)
      typeOrder.endKey()
      addType(type, version: version, at: position)
    }
    return idOrder.holds && typeOrder.holds
  }

  private mutating func addID(_ id: UnsafeRawBufferPointer, at position: Position) {
    var hash = RowHash(key: key)
    hash.add(id)
    hash.add(position.number)
    ids.add(hash)
  }

  private mutating func addType(
    _ type: UnsafeRawBufferPointer, version: Int64, at position: Position
  ) {
    var hash = RowHash(key: key)
    hash.add(type)
    hash.add(version)
    hash.add(position.number)
    types.add(hash)
  }
}

/// What the log's derived tables and the indices of its events hold, in sum.
struct StoredSums: Sendable {
  let rows: RowSums
  let indexed: IndexSums
  /// Whether everything that look-ups rely on is in order.
  let isOrdered: Bool

  /// - Parameters:
  ///   - database: read in one state.
  ///   - key: the key under which rows are summed.
  ///   - skipped: the positions of events whose rows are skipped.
  /// - Throws: what reading the log throws.
  init(in database: Database, key: RowKey, but skipped: Set<Position> = []) throws {
    var rows = RowSums(key: key)
    var indexed = IndexSums(key: key)
    let areRowsOrdered = try rows.addStored(in: database, but: skipped)
    isOrdered = try indexed.addStored(in: database) && areRowsOrdered
    (self.rows, self.indexed) = (rows, indexed)
  }
}
