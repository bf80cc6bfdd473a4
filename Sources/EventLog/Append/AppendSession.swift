import GRDB
package import Stances

/// One append inside its transaction, as the code that proposes its events sees it.
///
/// It is valid inside the call that lends it.
package final class AppendSession {
  /// The log as it is with the events of this append so far.
  package let log: LogReader
  private var appender: Appender
  /// What the event taken in last says, and its position.
  private var last: (position: Position, rows: DerivedRows)?
  private let lookup: LogLookup
  private let sameMove: RawStatement

  init(_ appender: Appender, _ database: Database, _ log: LogReader) throws {
    (self.appender, self.log) = (appender, log)
    lookup = try LogLookup(database)
    sameMove = try RawStatement(
      shared: """
        SELECT position FROM move
        WHERE company = ? AND market = ? AND earliest = ? AND latest = ? AND act = ?
          AND level IS ? AND position = source AND position <> ?
        LIMIT 20
        """, in: database)
  }

  /// What the append did so far.
  package var receipt: AppendReceipt { appender.receipt }

  func check(_ condition: AppendCondition) throws {
    try appender.check(condition)
  }

  /// Takes in one event.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - hasNames: whether ``unknownNames(in:suggesting:)`` was asked right before and found none,
  ///     so that its names need not be looked up again.
  ///   - hasMadeID: whether it was proposed without an id, and got this one.
  /// - Returns: its position.
  /// - Throws: ``AppendError``; a caller that goes on all the same, to find what else is refused, has
  ///   to throw in the end.
  @discardableResult
  package func append(
    _ event: ProposedEvent, hasNames: Bool = false, hasMadeID: Bool = false
  ) throws -> AppendReceipt.Entry {
    defer { last = appender.last }
    return try appender.append(event, hasNames: hasNames, hasMadeID: hasMadeID)
  }

  /// What has an id, among the events of this append too: its canonical bytes without the id, as
  /// ``RecordedEvent/namelessBytes(of:)`` gives them, and whether it is withdrawn; nil if nothing has.
  package func occupant(
    of id: EventID
  ) throws -> (namelessBytes: [UInt8], isWithdrawn: Bool)? {
    guard let position = try lookup.position(of: id), let bytes = try lookup.bytes(at: position)
    else { return nil }
    return (try RecordedEvent.namelessBytes(of: bytes), try isWithdrawn(position))
  }

  /// Why the names in an event cannot be used, in the order of its fields; empty if all can.
  ///
  /// `suggesting` asks for the nearest names too, which takes a look at all of them.
  package func unknownNames(
    in event: Event, suggesting: Bool = true
  ) throws -> [AppendError.Reason] {
    try appender.unknownNames(in: event, suggesting: suggesting)
  }

  /// Whether the event at a position, taken in last, refers to one that may still come.
  package func isWaiting(_ position: Position) -> Bool { appender.isWaiting(position) }

  /// Takes in what waits for events further down, now that there are no more.
  ///
  /// - Parameter report: given each event that waited, its position, and a refusal for everything
  ///   to which it refers and that is not there; it throws, or the caller does in the end, if there
  ///   is one.
  /// - Throws: what `report` throws, or what reading and writing the log throw.
  package func finish(_ report: (Event, Position, [AppendError]) throws -> Void) throws {
    try appender.finish { event, position, rows, refusals in
      last = rows.map { (position, $0) }
      try report(event, position, refusals)
    }
  }

  /// Whether the event at a position is withdrawn.
  package func isWithdrawn(_ position: Position) throws -> Bool {
    try lookup.standingRetraction(of: position) != nil
  }

  /// An event that says of the same company the same as one that was just taken in: type, market,
  /// day and level; nil if none does.
  package func twin(of event: Event, at position: Position) throws -> RecordedEvent? {
    guard let rows = last?.rows, last?.position == position, rows.amendment == nil else {
      return nil
    }
    for move in rows.moves {
      guard let company = try lookup.key(of: move.company) else { continue }
      sameMove.bind(company, at: 1)
      sameMove.bind(move.market.code, at: 2)
      sameMove.bind(move.move.occurred.earliest.column, at: 3)
      sameMove.bind(move.move.occurred.latest.column, at: 4)
      sameMove.bind(Int64(move.move.act.rawValue), at: 5)
      sameMove.bind(move.move.level.map { Int64($0.rawValue) }, at: 6)
      sameMove.bind(position, at: 7)
      var found: [Position] = []
      while try sameMove.step() { found.append(sameMove.position(0)) }
      sameMove.reset()
      for other in found where try !isWithdrawn(other) {
        if let recorded = try lookup.event(at: other), recorded.type == event.content.type.rawValue
        {
          return recorded
        }
      }
    }
    return nil
  }
}
