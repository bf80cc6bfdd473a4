import GRDB
package import JSON
package import Stances

extension EventLog {
  /// Appends events: all of them or none; when this returns they are on the disk.
  ///
  /// An event that is recorded already with the same content is counted, not repeated. An event may
  /// refer to companies, bodies, measures and denied events that come further down.
  ///
  /// - Parameters:
  ///   - events: in the order in which they are to be recorded.
  ///   - request: in whose name, at which time, under which condition.
  /// - Returns: what was recorded, and what had been before.
  /// - Throws: ``AppendError``, ``ConditionError``, ``HistoryError`` or ``EventLogError``.
  @discardableResult
  package func append(
    _ events: [ProposedEvent], as request: AppendRequest
  ) throws -> AppendReceipt {
    try append(as: request) { session in
      for event in events { try session.append(event) }
    }
  }

  /// Appends events in one transaction, one after another, so that memory does not grow with them.
  ///
  /// What `body` throws ends the append without recording anything. It must not use this log but
  /// through the session. `inspect` is shown the log with all events, before they are recorded or, in
  /// a dry run, taken out again. Throws ``AppendError``, ``ConditionError``, ``EventLogError``, or what
  /// `body` and `inspect` throw.
  @discardableResult
  package func append(
    as request: AppendRequest, inspecting inspect: Inspection? = nil,
    _ body: (AppendSession) throws -> Void
  ) throws -> AppendReceipt {
    for name in [request.recorder, request.proposer ?? ""]
    where name.utf8.count > Self.recorderLimit {
      throw EventLogError.recorderTooLong(limit: Self.recorderLimit)
    }
    return try write { database in
      let reader = LogReader(database: database, path: path)
      try reader.checkLastCheckpoint()
      let session = try AppendSession(
        Appender(database, path: path, request: request), database, reader)
      try session.check(request.condition)
      try body(session)
      try session.finish { _, _, refusals in
        if let first = refusals.first { throw first }
      }
      let receipt = session.receipt
      try inspect?(reader, receipt)
      return (receipt, request.isDryRun || receipt.recorded == 0 ? .rollback : .commit)
    }
  }

  /// What looks at a log with the events of an append that is not made yet, and at its receipt.
  package typealias Inspection = (LogReader, AppendReceipt) throws -> Void

  /// The longest name of a recorder or a proposer, in bytes.
  package static let recorderLimit = 300
}

/// When and by whom the events of one append are recorded: at one instant, so that no instant
/// falls between two of them.
struct RecordingMoment {
  let timestamp: Timestamp
  let recorder: String
  /// What the log adds to each event.
  let addition: RecordedEvent.Addition

  init(timestamp: Timestamp, recorder: String, proposer: String?) {
    self.timestamp = timestamp
    self.recorder = recorder
    addition = RecordedEvent.Addition(
      recorded: timestamp, recorder: recorder, proposer: proposer)
  }
}

/// A clock that is earlier than the last event of a log: it was set back, or was ahead when that
/// was recorded.
///
/// Time in a log never runs backwards: until the clock has passed that time, it is the time at
/// which events are recorded.
package struct SteppedClock: Hashable, Sendable {
  /// What the clock says.
  package let now: Timestamp
  /// When the log's last event was recorded.
  package let last: Timestamp

  /// Answers nil if the clock is not earlier, or there is no event.
  package init?(now: Timestamp, last: Timestamp?) {
    guard let last, now < last else { return nil }
    (self.now, self.last) = (now, last)
  }

  /// Both times for programs.
  package var json: JSONValue {
    ["now": .string(now.description), "last": .string(last.description)]
  }
}

extension SteppedClock: CustomStringConvertible {
  package var description: String {
    "the clock says \(now), and the log's last event is recorded later, at \(last): it was wrong "
      + "then or is now; until it has passed that time, events are recorded at that time"
  }
}
