import EventLog
import Projections
import Stances
import TestSupport

/// A log on disk for one test, asked through the projections.
struct TestLog {
  private let directory: TemporaryDirectory
  let log: EventLog

  /// A new log that holds these events.
  init(_ events: [TestEvent] = []) throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    try append(events)
  }

  /// Appends further events.
  func append(_ events: [TestEvent]) throws {
    try append(events.proposed())
  }

  /// Appends further events in one batch.
  func append(_ events: [ProposedEvent]) throws {
    _ = try log.append(
      events,
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 1_651_836_896_789) }))
  }

  /// Reads one state of the log.
  func read<Answer>(_ body: (LogReader) throws -> Answer) throws -> Answer { try log.read(body) }

  /// The clocks of a query; the whole log unless set.
  func clocks(
    to day: String, knownBy: String? = nil, at position: Position? = nil,
    _ fuzzy: Fuzziness = .lenient
  ) throws -> Clocks {
    let head = try log.read { try $0.head }
    return try Clocks(to: day, knownBy: knownBy, at: position ?? head, fuzzy)
  }

  /// Every posture on a day.
  func postures(
    to day: String, knownBy: String? = nil, at position: Position? = nil,
    _ fuzzy: Fuzziness = .lenient
  ) throws -> [Posture] {
    let clocks = try clocks(to: day, knownBy: knownBy, at: position, fuzzy)
    return try log.read { try LogView(of: $0, on: clocks).postures() }
  }

  /// The one posture that the log holds on a day; nil if none counts.
  func posture(
    to day: String, knownBy: String? = nil, at position: Position? = nil,
    _ fuzzy: Fuzziness = .lenient
  ) throws -> Posture? {
    try postures(to: day, knownBy: knownBy, at: position, fuzzy).first
  }

  /// What changed between two queries.
  func difference(from before: Clocks, to after: Clocks) throws -> Difference {
    try log.read { try LogView(of: $0, on: after).difference(from: before) }
  }
}
