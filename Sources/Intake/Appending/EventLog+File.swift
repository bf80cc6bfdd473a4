package import EventLog
package import Stances

extension EventLog {
  /// Appends the events of a file: all of them, or none where one is refused.
  ///
  /// Waits for the file inside the transaction, so that nothing else is recorded between its
  /// events.
  ///
  /// - Parameters:
  ///   - file: Read to its end, on another thread.
  ///   - condition: What must hold in the log.
  ///   - recorder: Who records the events.
  ///   - isDryRun: Whether to check everything and then record nothing.
  ///   - clock: The time of recording.
  ///   - check: Called before each batch and while waiting for one; throws to record nothing.
  /// - Returns: What was recorded, and what had been before.
  /// - Throws: ``IntakeError`` with the line of the first event that is not acceptable, or what
  ///   `append(_:)` throws.
  package func append(
    contentsOf file: EventFile, condition: AppendCondition = .any, recorder: String,
    isDryRun: Bool = false, clock: () -> Timestamp, checking check: () throws -> Void
  ) throws -> AppendReceipt {
    do {
      return try append(
        condition: condition, recorder: recorder, isDryRun: isDryRun, clock: clock
      ) {
        try file.next(checking: check)
      }
    } catch let refusal as AppendError {
      guard let line = file.line(ofEvent: refusal.index) else { throw refusal }
      throw IntakeError(
        place: .line(file: file.name, line: line), sentence: "\(refusal)", refusal: refusal)
    }
  }
}
