import GRDB
import Stances
import Transparency

/// Reads every event in order and checks columns, derived tables and tree against its bytes.
///
/// This thread reads the rows of one state of the log and hands them in batches to all others;
/// their findings are merged in the order of the rows, whichever finished first.
struct LogCheck {
  private let reader: LogReader
  private let frame: RowsCheck.Frame
  private let lookup: LogLookup
  private var heads: SignedHeads
  private var implied: RowSums
  private var indexed: IndexSums
  private var names: Set<LogName> = []
  private var unknown: Set<Position> = []
  /// The tree over the full batches.
  private var tree = TreeCheck()
  /// The root over the events after them.
  private var tail: MerkleHash?

  /// How many batches may be in work at once: enough for every core, and little memory.
  private static let depth = 8
  private let queue = WorkQueue(threads: depth)

  /// - Parameters:
  ///   - reader: reads one state of the log.
  ///   - heads: the heads that it must pass through.
  ///   - key: the key under which rows are summed.
  /// - Throws: what reading the log throws.
  init(_ reader: LogReader, _ heads: SignedHeads, key: RowKey) throws {
    self.reader = reader
    self.heads = heads
    lookup = try LogLookup(reader.database)
    frame = RowsCheck.Frame(names: try lookup.allKeys(), key: key)
    implied = RowSums(key: key)
    indexed = IndexSums(key: key)
  }

  mutating func run(_ verification: inout Verification) throws {
    let statement = try RawStatement(
      "SELECT \(EventRows.columns) FROM event ORDER BY position", in: reader.database)
    var work: [(rows: EventRows, check: Background<RowsCheck>)] = []
    var rows = EventRows()
    var isAtEnd = false
    while !isAtEnd {
      while !rows.isFull, !isAtEnd {
        if try statement.step() { rows.append(statement) } else { isAtEnd = true }
      }
      work.append((rows, start(rows)))
      rows = EventRows(after: rows)
      while work.count > Self.depth || isAtEnd && !work.isEmpty {
        let next = work.removeFirst()
        try take(next.check.result(), of: next.rows, &verification)
      }
    }
    heads.checkEnd(&verification)
    verification.head = try TreeHead(size: rows.end, root: tree.root(before: tail))
    try checkEnd(rows.previous.position, &verification)
  }

  private mutating func start(_ rows: EventRows) -> Background<RowsCheck> {
    let (sizes, frame) = (heads.sizes(upTo: rows.end), frame)
    return Background(on: queue) { RowsCheck(rows, notingRootsAt: sizes, in: frame) }
  }

  /// Adds what is known about a batch to what is known about those before it.
  private mutating func take(
    _ check: RowsCheck, of rows: EventRows, _ verification: inout Verification
  ) throws {
    check.findings.forEach { verification.note($0) }
    verification.events += Int64(rows.rows.count)
    verification.unknown += Int64(check.unknown.count)
    for (size, root) in check.roots {
      heads.check(tree.root(before: root), ofSize: size, &verification)
    }
    if rows.isFull {
      let isSame = (check.nodesAbove ?? []).withUnsafeBytes { stored in
        var nodes = NodeBytes(stored)
        return tree.add(check.tree.root(), storedBefore: &nodes) && nodes.isEmpty
      }
      if !isSame, check.nodesAbove != nil, let last = rows.rows.last {
        verification.note(.nodeDiffers(position: last.position))
      }
    } else if !rows.rows.isEmpty {
      tail = check.tree.root()
    }
    implied.add(check.implied)
    indexed.add(check.indexed)
    names.formUnion(check.names)
    unknown.formUnion(check.unknown)
    for (position, event) in check.referring {
      guard let derived = try DerivedRows(ofRecorded: event, at: position, in: lookup) else {
        continue
      }
      implied.add(derived, keys: frame.names)
      if let name = derived.introduced { names.insert(name) }
    }
  }

  /// Holds the last position against the last that SQLite remembers to have given.
  private func checkEnd(_ head: Position, _ verification: inout Verification) throws {
    let last = try Int64.fetchOne(
      reader.database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    let lastGiven = Position(last ?? 0)
    if lastGiven != head { verification.note(.truncated(head: head, lastGiven: lastGiven)) }
  }

  /// Checks derived tables and indices against what the events imply: in sum, and if that
  /// differs, row by row.
  ///
  /// - Parameters:
  ///   - ahead: the sums of a state of the log that may be a later one. If they are not what this
  ///     state's events imply, they are taken again of this state.
  ///   - verification: takes note of what is wrong.
  /// - Throws: what reading the log throws.
  func compare(
    with ahead: Background<Result<StoredSums, any Error>>, _ verification: inout Verification
  ) throws {
    if unknown.isEmpty, let sums = try? ahead.result().get(), isImplied(sums) { return }
    let sums = try StoredSums(in: reader.database, key: frame.key, but: unknown)
    guard sums.isOrdered, sums.indexed == indexed else {
      let damage = try FileCheck(reader.database).wholeDamage()
      // What a damaged file seems to say counts for nothing.
      verification = Verification(
        damage.isEmpty ? [.damagedFile("its indices are not those of its tables")] : damage)
      return
    }
    let isSame = isImplied(sums)
    // Implied rows refer only to what is there.
    if !isSame || !unknown.isEmpty { try DerivedCheck.checkReferences(reader, &verification) }
    guard !isSame else { return }
    var check = try DerivedCheck(reader, lookup: lookup)
    try check.run(&verification)
  }

  private func isImplied(_ sums: StoredSums) -> Bool {
    // Which event brought a name in is not recorded: an unknown one may have.
    let recorded = Set(frame.names.keys)
    let isNamed = unknown.isEmpty ? names == recorded : names.isSubset(of: recorded)
    return sums.isOrdered && sums.indexed == indexed && sums.rows == implied && isNamed
  }
}
