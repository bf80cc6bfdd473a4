import JSON
import GRDB
import Stances
import Transparency

/// One append inside its transaction, which takes one event after another.
struct Appender {
  private(set) var receipt: AppendReceipt
  private let lookup: LogLookup
  private let writer: RowWriter
  private let references: ReferenceCheck
  private let moment: RecordingMoment
  private let lastOnName: RawStatement
  private var tree: CompactRange
  /// The head of the log before this append.
  private let headBefore: Position
  /// How many events have been taken in.
  private var index = 0
  /// The events that refer to something that is not there yet.
  ///
  /// Only their places are kept: there may be millions.
  private var waiting: [(index: Int, position: Position)] = []
  /// What the event taken in last says, if it does not wait, and its position.
  private(set) var last: (position: Position, rows: DerivedRows)?
  /// The names for which a waiting event waits, as subjects of what amends it.
  private var waitingSubjects: [DerivedRows.Subject] = []

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
    headBefore = isEmpty ? .beforeFirst : last.position(0)
    let clockBehind = SteppedClock(
      now: now, last: isEmpty ? nil : Timestamp(milliseconds: last.integer(1)))
    receipt = AppendReceipt(head: headBefore, clockBehind: clockBehind)
    tree = try CompactRange(size: headBefore.treeSize, from: StoredNodes(database, path: path))
    moment = RecordingMoment(
      timestamp: clockBehind?.last ?? now, recorder: request.recorder, proposer: request.proposer)
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
      if let found = try lastOnName.firstPosition(), found > since {
        throw ConditionError.newsOn(company: company, since: since, found: found)
      }
    }
  }

  /// Records one event, or finds it recorded.
  ///
  /// After a refusal the append can go on, to find what else is refused: the event then counts as
  /// there for those after it, and the transaction must not be committed. `hasNames` says that
  /// ``unknownNames(in:suggesting:)`` was asked right before and found none.
  mutating func append(
    _ proposed: ProposedEvent, hasNames: Bool, hasMadeID: Bool
  ) throws -> AppendReceipt.Entry {
    defer { index += 1 }
    let id = proposed.event.id
    let position = receipt.head.next
    let bytes = proposed.recordedBytes(adding: moment.addition)
    guard bytes.count <= EntryBundle.greatestEntryLength else {
      throw AppendError(
        index: index, id: id,
        reason: .tooLong(count: bytes.count, limit: EntryBundle.greatestEntryLength))
    }
    var grown = tree
    let nodes = try grown.append(.leaf(bytes))
    let entry: AppendReceipt.Entry
    if try writer.insert(proposed.event, bytes, nodes, at: position, recorded: moment) {
      tree = grown
      entry = .init(id: id, position: position, wasThere: false, hasMadeID: hasMadeID)
      receipt.note(entry)
      switch try references.check(proposed.event, at: position, hasNames: hasNames) {
      case .refused(let reason):
        try writer.introduce(proposed.event.content.introducedName)
        throw AppendError(index: index, id: id, reason: reason)
      case .waits:
        try writer.introduce(proposed.event.content.introducedName)
        waiting.append((index, position))
      case .holds:
        let rows = try DerivedRows(of: proposed.event, at: position, in: lookup)
        waitingSubjects += try writer.insert(rows)
        last = (position, rows)
      }
    } else {
      entry = .init(
        id: id, position: try positionOfSame(proposed), wasThere: true, hasMadeID: hasMadeID)
      receipt.note(entry)
    }
    return entry
  }

  /// Why the names in an event cannot be used: the log has none of them.
  func unknownNames(in event: Event, suggesting: Bool) throws -> [AppendError.Reason] {
    try references.unknownNames(in: event, suggesting: suggesting)
  }

  /// Whether the event at a position, taken in last, waits for one further down.
  func isWaiting(_ position: Position) -> Bool { waiting.last?.position == position }

  /// Takes in what the waiting events say, now that everything is there to which they refer.
  ///
  /// - Parameter report: given each of them, its position, what it says if all is there to which it
  ///   refers, and else a refusal for each of the rest.
  /// - Throws: what `report` throws, or what reading and writing the log throw.
  mutating func finish(
    _ report: (Event, Position, DerivedRows?, [AppendError]) throws -> Void
  ) throws {
    defer { (waiting, waitingSubjects) = ([], []) }
    for (index, position) in waiting {
      guard let event = try lookup.event(at: position)?.event else { continue }
      let reasons = try references.unknown(in: event)
      let rows = reasons.isEmpty ? try DerivedRows(of: event, at: position, in: lookup) : nil
      if let rows { waitingSubjects += try writer.insert(rows) }
      try report(
        event, position, rows,
        reasons.map { AppendError(index: index, id: event.id, reason: $0) })
    }
    for subject in waitingSubjects { try writer.insert(subject) }
  }

  /// Where the event is recorded with this content.
  private func positionOfSame(_ proposed: ProposedEvent) throws -> Position {
    let id = proposed.event.id
    let position = try lookup.position(of: id) ?? .beforeFirst
    let stored = try lookup.bytes(at: position).map(RecordedEvent.proposedBytes)
    guard stored == proposed.canonicalBytes else {
      throw AppendError(
        index: index, id: id,
        reason: position > headBefore ? .repeated : .conflict(position: position))
    }
    return position
  }
}
