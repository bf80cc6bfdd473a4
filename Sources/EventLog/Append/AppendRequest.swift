package import Errors
package import Stances

/// How events are appended: in whose name, at which time, under which condition.
package struct AppendRequest: Sendable {
  /// Who records the events.
  package let recorder: String
  /// Who proposed them, if they are accepted from a proposal.
  package let proposer: String?
  /// What must hold in the log.
  package let condition: AppendCondition
  /// Whether to check everything and then record nothing.
  package let isDryRun: Bool
  /// The time; if the clock is earlier than the last recorded time, that time counts, and the
  /// receipt says so.
  let clock: @Sendable () -> Timestamp
  /// The time that the clock says.
  package var now: Timestamp { clock() }
  /// Whether the log itself records, which admits events that no one else may propose.
  let isOfLog: Bool

  /// A request of a recorder.
  package init(
    recorder: String, proposer: String? = nil, condition: AppendCondition = .any,
    isDryRun: Bool = false, clock: @escaping @Sendable () -> Timestamp
  ) {
    self.init(
      recorder: recorder, proposer: proposer, condition: condition, isDryRun: isDryRun,
      isOfLog: false, clock: clock)
  }

  /// A request of the log itself.
  static func ofLog(
    recorder: String, clock: @escaping @Sendable () -> Timestamp
  ) -> AppendRequest {
    AppendRequest(
      recorder: recorder, proposer: nil, condition: .any, isDryRun: false, isOfLog: true,
      clock: clock)
  }

  private init(
    recorder: String, proposer: String?, condition: AppendCondition, isDryRun: Bool,
    isOfLog: Bool, clock: @escaping @Sendable () -> Timestamp
  ) {
    self.recorder = recorder
    self.proposer = proposer
    self.condition = condition
    self.isDryRun = isDryRun
    self.isOfLog = isOfLog
    self.clock = clock
  }
}

/// What must hold in the log for an append to be made; of two racing writers, one finds it
/// violated.
package enum AppendCondition: Hashable, Sendable {
  /// Nothing: append to whatever is there.
  case any
  /// The last position is this one; 0 for an empty log.
  case head(Position)
  /// No event after this position concerns the company.
  case nothing(on: CompanyID, since: Position)
}

/// The condition of an append was not met, so nothing was recorded.
package enum ConditionError: CallerError, Equatable {
  case head(expected: Position, found: Position)
  case newsOn(company: CompanyID, since: Position, found: Position)

  package var kind: ErrorKind { .conflict }
  /// What programs know it by.
  package var code: String { "condition_broken" }
}

extension ConditionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .head(let expected, let found):
      "the log's head is \(found), not \(expected); look at what is new, then append again"
    case .newsOn(let company, let since, let found):
      "since \(since) the log has new events on '\(company)', at \(found); look at it, then append again"
    }
  }
}

/// What an append did, once it is durable; of a dry run, what it would have done.
package struct AppendReceipt: Hashable, Sendable {
  /// One proposed event and its position in the log.
  package struct Entry: Hashable, Sendable {
    /// The event's own id.
    package let id: EventID
    /// Its position in the log.
    package let position: Position
    /// Whether the log had it, with the same content, before.
    package let wasThere: Bool
    /// Whether the event was proposed without an id, and this one was made for it.
    package let hasMadeID: Bool
  }

  /// The last position before; 0 for an empty log.
  package let previousHead: Position
  /// The last position after.
  package internal(set) var head: Position
  /// How many events were already recorded, with the same content.
  package internal(set) var alreadyRecorded: Int = 0
  /// The first events of the append in order, at most ``maximumEntries``: an import of
  /// millions is counted, not listed.
  package internal(set) var entries: [Entry] = []

  /// How many events a receipt lists.
  package static let maximumEntries = 1_000

  /// How many events were recorded.
  package var recorded: Int { head.count(after: previousHead) }

  /// The clock at whose time they were not recorded, because it was earlier than the log's last
  /// event.
  package var steppedClock: SteppedClock? { recorded > 0 ? clockBehind : nil }

  private let clockBehind: SteppedClock?

  init(head: Position, clockBehind: SteppedClock?) {
    previousHead = head
    self.head = head
    self.clockBehind = clockBehind
  }

  /// Counts an event of the append.
  mutating func note(_ entry: Entry) {
    if entry.wasThere { alreadyRecorded += 1 } else { head = entry.position }
    if entries.count < Self.maximumEntries { entries.append(entry) }
  }
}
