import JSON
import GRDB
import Stances
import Transparency

/// One append inside its transaction: takes in one event after another.
struct Appender {
  private(set) var receipt: AppendReceipt
  private let lookup: LogLookup
  private let writer: RowWriter
  private let references: ReferenceCheck
  private let moment: RecordingMoment
  private let lastOnName: RawStatement
  private var tree: CompactRange
  /// The head of the log before this append.
  private let headBefore: Int64
  /// How many events have been taken in.
  private var index = 0

  init(_ database: Database, path: String, request: AppendRequest) throws {
    let now = request.clock()
    lookup = try LogLookup(database)
    writer = try RowWriter(database, lookup: lookup)
    references = ReferenceCheck(lookup: lookup, isOfLog: request.isOfLog)
    lastOnName = try RawStatement(
      shared: "SELECT max(position) FROM subject WHERE name = ?", in: database)
    let last = try RawStatement(
      shared: "SELECT position, recorded FROM event ORDER BY position DESC LIMIT 1", in: database)
    let isEmpty = try !last.step()
    headBefore = isEmpty ? 0 : last.integer(0)
    let clockBehind = SteppedClock(
      now: now, last: isEmpty ? nil : Timestamp(milliseconds: last.integer(1)))
    receipt = AppendReceipt(head: headBefore, clockBehind: clockBehind)
    tree = try CompactRange(size: UInt64(headBefore), from: StoredNodes(database, path: path))
    moment = RecordingMoment(timestamp: clockBehind?.last ?? now, recorder: request.recorder)
    last.reset()
  }

  /// Refuses the append if its condition does not hold.
  func check(_ condition: AppendCondition) throws {
    switch condition {
    case .any: break
    case .head(let expected):
      guard receipt.head == expected else {
        throw ConditionError.head(expected: expected, found: receipt.head)
      }
    case .nothing(let company, let since):
      guard let key = try lookup.key(of: LogName(company)) else { return }
      lastOnName.bind(key, at: 1)
      if let found = try lastOnName.firstInteger(), found > since {
        throw ConditionError.newsOn(company: company, since: since, found: found)
      }
    }
  }

  /// Records one event, or finds it recorded.
  ///
  /// After a refusal the append can go on, to find what else is refused: the event then counts as
  /// there for those after it, and whoever goes on must not let the transaction be committed.
  mutating func append(_ proposed: ProposedEvent) throws -> AppendReceipt.Entry {
    defer { index += 1 }
    let id = proposed.event.id
    let position = receipt.head + 1
    let bytes = proposed.recordedBytes(adding: moment.addition)
    guard bytes.count <= EntryBundle.greatestEntryLength else {
      throw AppendError(
        index: index, id: id,
        reason: .tooLong(count: bytes.count, limit: EntryBundle.greatestEntryLength))
    }
    if let reason = try references.unknownNames(in: proposed.event).first {
      throw AppendError(index: index, id: id, reason: reason)
    }
    var grown = tree
    let nodes = try grown.append(.leaf(bytes))
    let entry: AppendReceipt.Entry
    if try writer.insert(proposed.event, bytes, nodes, at: position, recorded: moment) {
      tree = grown
      entry = .init(id: id, position: position, wasThere: false)
      receipt.note(entry)
      if let reason = try references.refusal(of: proposed.event, at: position) {
        try writer.insert(nameIn: proposed.event)
        throw AppendError(index: index, id: id, reason: reason)
      }
      try writer.insert(DerivedRows(of: proposed.event, at: position, in: lookup))
    } else {
      entry = .init(id: id, position: try positionOfSame(proposed), wasThere: true)
      receipt.note(entry)
    }
    return entry
  }

  /// Why the names in an event cannot be used: the log has none of them.
  func unknownNames(in event: Event) throws -> [AppendError.Reason] {
    try references.unknownNames(in: event)
  }

  /// Where the event is recorded with this content.
  private func positionOfSame(_ proposed: ProposedEvent) throws -> Int64 {
    let id = proposed.event.id
    let position = try lookup.position(of: id) ?? 0
    let stored = try lookup.bytes(at: position).map(RecordedEvent.proposedBytes)
    guard stored == proposed.canonicalBytes else {
      throw AppendError(
        index: index, id: id,
        reason: position > headBefore ? .repeated : .conflict(position: position))
    }
    return position
  }
}
