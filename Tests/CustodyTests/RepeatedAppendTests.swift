import EventLog
import Intake
import Stances
import TestSupport
import Testing

@Suite("The same flags given again")
struct RepeatedAppendTests {
  private static let hour: Int64 = 3_600_000
  let directory: TemporaryDirectory
  let log: EventLog
  private let start = SignedLog.clock()

  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    try log.append([company("lenovo").proposed()], as: request(after: 0))
  }

  private func request(after milliseconds: Int64, by recorder: String = "desk") -> AppendRequest {
    let now = Timestamp(milliseconds: start.milliseconds + milliseconds)
    return AppendRequest(recorder: recorder, clock: { now })
  }

  /// Appends by flags a refusal to comment, under an id that was made up if none is among them.
  private func append(
    _ words: [String] = [], made id: String, after milliseconds: Int64 = 0,
    by recorder: String = "desk"
  ) throws -> AppendReceipt {
    var remarks = AppendRemarks()
    let flags = [
      "--company", "lenovo", "--markets", "RU", "--occurred", "2022-03-01",
      "--published", "2022-03-01", "--evidence-publisher", "AFP",
    ]
    return try log.append(
      FlagFields(flags + words, type: .declinedComment), id: id,
      as: request(after: milliseconds, by: recorder), remarks: &remarks)
  }

  @Test("within an hour they are already recorded, under the first id; after it they are new")
  func hour() throws {
    let first = try append(made: "first")
    #expect(first.words(isDryRun: false) == "recorded first at 2; the head is 2")
    let again = try append(made: "second", after: Self.hour)
    #expect(again.recorded == 0 && again.alreadyRecorded == 1)
    #expect(
      again.words(isDryRun: false)
        == "already recorded as first at 2; give --id to record it again")
    #expect(
      try append(made: "third", after: Self.hour + 1).words(isDryRun: false)
        == "recorded third at 3; the head is 3")
  }

  @Test("an id of one's own records them again, and what differs is another event")
  func another() throws {
    _ = try append(made: "first")
    #expect(try append(["--id", "own"], made: "second").head == 3)
    #expect(try append(["--note", "On the telephone."], made: "third").head == 4)
    #expect(try append(made: "fourth", by: "night desk").head == 5)
    // One that was recorded under an id of its own is the same all the same.
    #expect(try append(made: "fifth").entries.first?.id.text == "own")
  }

  @Test("one that was withdrawn can be recorded again")
  func withdrawn() throws {
    _ = try append(made: "first")
    let withdrawal = try retraction(of: "first", published: "2022-03-02").proposed()
    try log.append([withdrawal], as: request(after: 1))
    #expect(try append(made: "second", after: 2).head == 4)
  }

  @Test("only the last 1,000 events are looked at")
  func reach() throws {
    _ = try append(made: "first")
    try log.append(
      (1...999).map { try company("firm-\($0)").proposed() }, as: request(after: 0))
    #expect(try append(made: "second").head == 1_001)
    try log.append([company("one-more").proposed()], as: request(after: 0))
    #expect(try append(made: "third").head == 1_003)
  }
}
