package import Stances

/// What an append did, once it is durable; of a dry run, what it would have done.
package struct AppendReceipt: Hashable, Sendable {
  /// One proposed event and where it stands in the log.
  package struct Entry: Hashable, Sendable {
    /// The event's own id.
    package let id: EventID
    /// Where it stands in the log.
    package let position: Int64
    /// Whether the log had it, with the same content, before.
    package let wasThere: Bool
  }

  /// The last position before; 0 for an empty log.
  package let previousHead: Int64
  /// The last position after.
  package internal(set) var head: Int64
  /// How many events were already recorded, with the same content.
  package internal(set) var alreadyRecorded: Int = 0
  /// The first events of the append in their order, at most ``maximumEntries``: an import of
  /// millions is counted, not listed.
  package internal(set) var entries: [Entry] = []

  /// How many events a receipt lists.
  package static let maximumEntries = 1_000

  /// How many events were recorded.
  package var recorded: Int { Int(head - previousHead) }

  /// The clock at whose time they were not recorded, because it was behind the log.
  package var steppedClock: SteppedClock? { recorded > 0 ? clockBehind : nil }

  private let clockBehind: SteppedClock?

  init(head: Int64, clockBehind: SteppedClock?) {
    previousHead = head
    self.head = head
    self.clockBehind = clockBehind
  }

  mutating func note(_ entry: Entry) {
    if entry.wasThere { alreadyRecorded += 1 } else { head = entry.position }
    if entries.count < Self.maximumEntries { entries.append(entry) }
  }
}
