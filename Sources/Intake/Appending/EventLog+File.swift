package import EventLog
package import JSON
import Stances

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

/// What an append did, for people and for programs.
extension AppendReceipt {
  /// One event by name, more by number; always the new head.
  package func words(isDryRun: Bool) -> String {
    if entries.count == 1, let entry = entries.first, !isDryRun {
      return entry.wasThere
        ? "\(entry.id) was already recorded at \(entry.position); the head is \(head)"
        : "recorded \(entry.id) at \(entry.position); the head is \(head)"
    }
    let verb = isDryRun ? "would record" : "recorded"
    let events = "\(recorded) event\(recorded == 1 ? "" : "s")"
    let known = alreadyRecorded == 0 ? "" : ", \(alreadyRecorded) already recorded"
    let now = isDryRun ? previousHead : head
    return "\(verb) \(events)\(known); the head is \(now)"
  }

  /// Counts, the new head, and the first events with their positions.
  package func json(isDryRun: Bool) -> JSONValue {
    [
      "dryRun": .bool(isDryRun), "recorded": .integer(Int64(recorded)),
      "alreadyRecorded": .integer(Int64(alreadyRecorded)),
      "previousHead": .integer(previousHead.number),
      "head": .integer((isDryRun ? previousHead : head).number),
      "steppedClock": steppedClock?.json ?? .null,
      "events": .array(
        entries.map { entry in
          [
            "id": .string(entry.id.text), "position": .integer(entry.position.number),
            "wasThere": .bool(entry.wasThere),
          ]
        }),
    ]
  }
}
