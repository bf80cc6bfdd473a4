import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Points on the log clock")
struct LogPointTests {
  private let directory: TemporaryDirectory
  private let log: EventLog

  /// Three events, recorded at 1, 2 and 2 seconds.
  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    for (number, second) in [Int64(1), 2, 2].enumerated() { try record("firm-\(number)", second) }
  }

  private func record(_ slug: String, _ second: Int64) throws {
    try log.append(
      [company(slug).proposed()],
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: second * 1_000) }))
  }

  private func position(_ point: LogPoint, now second: Int64) throws -> Position {
    try log.read { reader in
      try point.position(
        in: reader, with: reader.state, now: Timestamp(milliseconds: second * 1_000))
    }
  }

  private func instant(_ second: Int64) -> LogPoint {
    .instant(Timestamp(milliseconds: second * 1_000))
  }

  @Test("an instant before the last recording is fixed: what is recorded later does not move it")
  func fixed() throws {
    for (second, expected) in [(Int64(0), Position(0)), (1, 1)] {
      #expect(try instant(second).isFixed(by: log.read { try $0.state }))
      #expect(try position(instant(second), now: 9) == expected)
    }
    try record("another", 5)
    #expect(try position(instant(1), now: 9) == 1)
    #expect(try position(instant(2), now: 9) == 3)
  }

  @Test("an instant after which nothing is recorded is not: it means the head")
  func unsettled() throws {
    for second in [Int64(2), 4] {
      #expect(try !instant(second).isFixed(by: log.read { try $0.state }))
      #expect(try position(instant(second), now: 9) == 3)
    }
    // An append that began before that instant ends after it was asked about.
    try record("late", 3)
    #expect(try position(instant(4), now: 9) == 4)
  }

  @Test("an instant that is still to come is refused, as a position that is not there yet is")
  func toCome() throws {
    let coming = Timestamp(milliseconds: 10_000)
    #expect(throws: QueryError.stillToCome(coming, head: 3)) {
      try position(.instant(coming), now: 9)
    }
    #expect(try position(.instant(coming), now: 10) == 3)
    #expect(throws: QueryError.beyondHead(4, head: 3)) { try position(.position(4), now: 9) }
    #expect(try position(.position(3), now: 9) == 3)
    // Recorded by a clock that ran ahead: what is recorded after the instant fixes it.
    try record("ahead", 60)
    #expect(try position(.instant(coming), now: 9) == 3)
  }
}
