import GRDB
package import Stances

extension EventLog {
  /// Appends events: all of them or none; when this returns they are on the disk.
  ///
  /// An event that is recorded already with the same content is counted, not repeated.
  ///
  /// - Parameters:
  ///   - events: in the order in which they are to stand.
  ///   - condition: what must hold in the log.
  ///   - recorder: who records them.
  ///   - isDryRun: whether to check everything and then record nothing.
  ///   - clock: the time; one that is behind is held at the last recorded time, which the receipt
  ///     says.
  /// - Returns: what was recorded, and what had been before.
  /// - Throws: ``AppendError``, ``ConditionError``, ``HistoryError`` or ``EventLogError``.
  @discardableResult
  package func append(
    _ events: [ProposedEvent], condition: AppendCondition = .any, recorder: String,
    isDryRun: Bool = false, clock: () -> Timestamp
  ) throws -> AppendReceipt {
    try append(
      events, condition: condition, recorder: recorder, isDryRun: isDryRun, isOfLog: false,
      clock: clock)
  }

  /// Appends events as they come; `isOfLog` lets those through that only the log itself records.
  @discardableResult
  func append(
    _ events: [ProposedEvent], condition: AppendCondition = .any, recorder: String,
    isDryRun: Bool = false, isOfLog: Bool, clock: () -> Timestamp
  ) throws -> AppendReceipt {
    var rest: [ProposedEvent]? = events
    return try append(
      condition: condition, recorder: recorder, isDryRun: isDryRun, isOfLog: isOfLog, clock: clock
    ) {
      defer { rest = nil }
      return rest
    }
  }

  /// Appends events in one transaction as they are pulled, so that memory does not grow with them.
  ///
  /// `nextBatch` gives the next events, nil behind the last; what it throws ends the append without
  /// recording anything. It must not use this log. Throws ``AppendError``, ``ConditionError``,
  /// ``EventLogError``, or what `nextBatch` throws.
  @discardableResult
  package func append(
    condition: AppendCondition = .any, recorder: String, isDryRun: Bool = false,
    clock: () -> Timestamp, from nextBatch: () throws -> [ProposedEvent]?
  ) throws -> AppendReceipt {
    try append(
      condition: condition, recorder: recorder, isDryRun: isDryRun, isOfLog: false, clock: clock,
      from: nextBatch)
  }

  private func append(
    condition: AppendCondition, recorder: String, isDryRun: Bool, isOfLog: Bool,
    clock: () -> Timestamp, from nextBatch: () throws -> [ProposedEvent]?
  ) throws -> AppendReceipt {
    guard recorder.utf8.count <= Self.recorderLimit else {
      throw EventLogError.recorderTooLong(limit: Self.recorderLimit)
    }
    return try write { database in
      try LogReader(database: database, path: path).checkLastCheckpoint()
      var appender = try Appender(
        database, path: path, recorder: recorder, now: clock(), isOfLog: isOfLog)
      try appender.check(condition)
      while let batch = try nextBatch() {
        for event in batch { try appender.append(event) }
      }
      let receipt = appender.receipt
      return (receipt, isDryRun || receipt.recorded == 0 ? .rollback : .commit)
    }
  }

  /// The longest name of a recorder, in bytes.
  package static let recorderLimit = 300
}
