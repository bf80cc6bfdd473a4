import Crypto
package import EventLog
package import JSON
package import Projections
import Reports
package import Stances
import Transparency

/// Events that the log would take, and what they would change: what a proposal is made of.
///
/// Made while an append is tried and taken back: names are then looked up, and every event has an id.
package struct Draft: Sendable {
  /// The log's head without them.
  package let head: Position
  /// The events that the log does not have yet, each complete.
  package let events: [JSONValue]
  /// All events that were given, those that the log has too.
  let given: [JSONValue]
  /// What they would change.
  package let preview: AppendPreview

  /// The draft of what an append would record.
  ///
  /// - Parameters:
  ///   - receipt: what would be recorded.
  ///   - log: the log as it would be.
  ///   - today: the current day.
  /// - Throws: ``InboxError`` if there are too many events; ``EventLogError``.
  init(of receipt: AppendReceipt, in log: LogReader, today: Day) throws {
    guard receipt.recorded <= Proposal.mostEvents else {
      throw InboxError.tooManyEvents(limit: Proposal.mostEvents)
    }
    head = receipt.previousHead
    var (given, events): ([JSONValue], [JSONValue]) = ([], [])
    for entry in receipt.entries {
      guard let recorded = try log.event(at: entry.position) else { continue }
      let bytes = try RecordedEvent.proposedBytes(of: recorded.bytes)
      let event = JSONValue(try JSONDocument(parsing: bytes).root)
      given.append(event)
      if !entry.wasThere { events.append(event) }
    }
    (self.given, self.events) = (given, events)
    preview = try AppendPreview(of: receipt, in: log, today: today)
  }
}

extension Draft {
  /// Tries an append that is taken back, and makes the draft of it.
  ///
  /// - Parameters:
  ///   - today: the current day.
  ///   - look: is shown the draft, and the log as it would be.
  ///   - append: tries the append and shows the log to an inspection.
  /// - Returns: the draft, and what `append` answers.
  /// - Throws: what `append` and `look` throw; ``InboxError``.
  package static func trying<Result>(
    on today: Day, showing look: @escaping (Draft, LogReader) throws -> Void = { _, _ in },
    _ append: (@escaping EventLog.Inspection) throws -> Result
  ) throws -> (draft: Draft, result: Result) {
    var draft: Draft?
    let result = try append { log, receipt in
      let found = try Draft(of: receipt, in: log, today: today)
      try look(found, log)
      draft = found
    }
    guard let draft else { throw InboxError.nothingNew }
    return (draft, result)
  }
}

extension AppendPreview {
  /// Distinguishes what a reviewer was shown from what else the events could change: SHA-256 of the
  /// changes as JSON, without positions, in 32 hexadecimal digits.
  package var fingerprint: String {
    let digest = SHA256.hash(data: PreviewReport.json(self).compactBytes())
    return Hexadecimal.encode(Array(digest).prefix(16))
  }
}
