package import EventLog

extension EventLog {
  /// Appends the events of a file: all of them, or none if one is refused.
  ///
  /// Waits for the file inside the transaction, so that nothing else is recorded between its
  /// events.
  ///
  /// - Parameters:
  ///   - file: read to its end, on another thread.
  ///   - request: in whose name, at which time, under which condition.
  ///   - check: called before each batch and while waiting for one; throws to record nothing.
  /// - Returns: what was recorded, and what had been before.
  /// - Throws: ``IntakeError`` with the line of the first event that is not acceptable, or what
  ///   `append(_:as:)` throws.
  package func append(
    contentsOf file: EventFile, as request: AppendRequest,
    checking check: () throws -> Void = {}
  ) throws -> AppendReceipt {
    do {
      return try append(as: request) { try file.next(checking: check) }
    } catch let refusal as AppendError {
      guard let line = file.line(ofEvent: refusal.index) else { throw refusal }
      throw IntakeError(
        place: .line(file: file.name, line: line), sentence: "\(refusal)", refusal: refusal)
    }
  }
}
