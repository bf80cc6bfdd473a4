import Stances
import Transparency

/// What the events of some rows show on their own.
///
/// That is everything checked about them that does not need the log's other rows. Pure, so that it
/// can run on any thread.
struct RowsCheck: Sendable {
  /// What is the same for all rows of a log.
  struct Frame: Sendable {
    /// The numbers that the log gives to names.
    let names: [LogName: Int64]
    /// The key under which rows are summed.
    let key: RowKey
  }

  /// What is wrong, in the order of the rows.
  private(set) var findings: [VerificationFinding] = []
  /// The positions of events that this program does not know.
  private(set) var unknown: [Position] = []
  /// The rows that the events imply in derived tables.
  private(set) var implied: RowSums
  /// The entries that the rows imply in the table's indices.
  private(set) var indexed: IndexSums
  /// The names that the events bring in.
  private(set) var names: Set<LogName> = []
  /// The events that name others: what they imply takes look-ups.
  private(set) var referring: [(position: Position, event: Event)] = []
  /// The tree over the events of these rows.
  private(set) var tree = TreeCheck()
  /// The nodes stored with the last event that are above that tree, if those in it are right.
  private(set) var nodesAbove: [UInt8]?
  /// The roots of the tree after those rows that were asked for, counted from the log's first.
  private(set) var roots: [(size: UInt64, root: MerkleHash)] = []

  /// - Parameters:
  ///   - rows: checked in order.
  ///   - sizes: after how many events of the log to note the root over those that are here.
  ///   - frame: what is the same for all rows.
  init(_ rows: EventRows, notingRootsAt sizes: Set<UInt64>, in frame: Frame) {
    implied = RowSums(key: frame.key)
    indexed = IndexSums(key: frame.key)
    var reader = RecordedEventReader()
    var previous = rows.previous
    rows.bytes.withUnsafeBufferPointer { bytes in
      for (index, row) in rows.rows.enumerated() {
        if row.position != previous.position.next { findings.append(.gap(before: row.position)) }
        if row.recorded < previous.recorded {
          findings.append(.recordedBackwards(position: row.position))
        }
        previous = (row.position, row.recorded)
        indexed.add(row, in: bytes)
        grow(row, bytes, isLast: index == EventRows.fullCount - 1)
        let size = rows.offset + UInt64(index) + 1
        if sizes.contains(size) { roots.append((size, tree.root())) }
        check(row, bytes, by: &reader, frame)
      }
    }
  }

  private mutating func grow(
    _ row: EventRows.Row, _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) {
    let hash = MerkleHash.leaf(UnsafeRawBufferPointer(bytes.extracting(row.json)))
    var nodes = NodeBytes(UnsafeRawBufferPointer(bytes.extracting(row.nodes)))
    // Both are asked for, so that the tree grows no matter what was stored.
    let isLeaf = nodes.isNext(hash)
    let isSame = tree.add(hash, storedBefore: &nodes) && isLeaf
    if isSame && isLast {
      nodesAbove = nodes.remaining
    } else if !isSame || !nodes.isEmpty {
      findings.append(.nodeDiffers(position: row.position))
    }
  }

  private mutating func check(
    _ row: EventRows.Row, _ bytes: UnsafeBufferPointer<UInt8>,
    by reader: inout RecordedEventReader, _ frame: Frame
  ) {
    let check = EventCheck(row, in: bytes, by: &reader)
    findings += check.findings
    switch check.content {
    case .unreadable: break
    case .unknown: unknown.append(row.position)
    case .event(let event):
      guard let derived = DerivedRows(ofIndependent: event, at: row.position) else {
        return referring.append((row.position, event))
      }
      implied.add(derived, keys: frame.names)
      if let name = derived.introduced { names.insert(name) }
    }
  }
}
