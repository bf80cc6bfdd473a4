package import JSON
package import EventLog
import Stances

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
      "alreadyRecorded": .integer(Int64(alreadyRecorded)), "previousHead": .integer(previousHead),
      "head": .integer(isDryRun ? previousHead : head),
      "steppedClock": steppedClock?.json ?? .null,
      "events": .array(
        entries.map { entry in
          [
            "id": .string(entry.id.text), "position": .integer(entry.position),
            "wasThere": .bool(entry.wasThere),
          ]
        }),
    ]
  }
}
