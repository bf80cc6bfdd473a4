import EventLog
import Stances
import TestSupport

/// A log of its own for one test, in a directory of its own.
struct LogFixture {
  let directory: TemporaryDirectory
  let path: String
  let log: EventLog

  /// A new log that holds `events`.
  init(_ events: TestEvent...) throws {
    directory = try TemporaryDirectory()
    path = directory.file("log.sqlite")
    log = try EventLog.create(at: path)
    if !events.isEmpty { try append(events) }
  }

  /// Appends at a fixed time, unless set otherwise.
  @discardableResult
  func append(
    _ events: [TestEvent], condition: AppendCondition = .any, isDryRun: Bool = false,
    at milliseconds: Int64 = 1_651_836_896_789
  ) throws -> AppendReceipt {
    try log.append(
      events.proposed(),
      as: AppendRequest(
        recorder: "desk", condition: condition, isDryRun: isDryRun,
        clock: { Timestamp(milliseconds: milliseconds) }))
  }

  /// The ids of all events in order.
  func ids() throws -> [String] {
    try log.read { try $0.events().map(\.id.text) }
  }

  /// The last position.
  func head() throws -> Position {
    try log.read { try $0.head }
  }

  /// The companies that the log knows, by name.
  func companies() throws -> [String] {
    try log.read { try $0.companies().values.map(\.id.text).sorted() }
  }
}
