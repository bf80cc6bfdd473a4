import EventLog
import Intake
import JSON
import Stances
import TestSupport
import Testing

@Suite("Events without an id")
struct UnnamedEventTests {
  let directory: TemporaryDirectory
  let log: EventLog
  private let clock = SignedLog.clock()

  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    try append([company("lenovo"), company("dji"), body("us-commerce")])
  }

  private func request(by recorder: String = "desk") -> AppendRequest {
    let now = clock
    return AppendRequest(recorder: recorder, clock: { now })
  }

  @discardableResult
  private func append(_ events: [TestEvent]) throws -> AppendReceipt {
    try log.append(events.proposed(), as: request())
  }

  /// Appends by flags a refusal to comment.
  private func append(_ words: [String] = [], by recorder: String = "desk") throws -> String {
    var remarks = AppendRemarks()
    let flags = [
      "--company", "lenovo", "--markets", "RU", "--occurred", "2022-03-01",
      "--published", "2022-03-01", "--evidence-publisher", "AFP",
    ]
    return try log.append(
      FlagFields(flags + words, type: .declinedComment), as: request(by: recorder),
      remarks: &remarks
    ).words(isDryRun: false)
  }

  /// Appends JSON lines, and says the ids and which of them were there.
  private func append(lines events: [TestEvent]) throws -> [String] {
    let bytes = Array(events.map { $0.json.compactBytes() }.joined(separator: [0x0A]))
    var remarks = AppendRemarks()
    let file = EventFile(InputFile(name: "lines", contents: bytes), format: .jsonl)
    return try log.append(contentsOf: file, as: request(), remarks: &remarks).entries.map {
      ($0.wasThere ? "= " : "+ ") + $0.id.text
    }
  }

  private static let id = "lenovo-2022-03-01-declined-comment"

  @Test("flags get an id that can be read; given again, by whomever, they are already recorded")
  func flags() throws {
    #expect(try append() == "recorded \(Self.id) at 4; the head is 4")
    let again = "already recorded as \(Self.id) at 4; give --id to record it again"
    #expect(try append() == again)
    #expect(try append(by: "night desk") == again)
  }

  @Test("what differs is another event, under the next number; an own id records the same again")
  func others() throws {
    _ = try append()
    #expect(
      try append(["--note", "On the telephone."]) == "recorded \(Self.id)-2 at 5; the head is 5")
    #expect(try append(["--id", "own"]) == "recorded own at 6; the head is 6")
    #expect(
      try append(["--note", "On the telephone."])
        == "already recorded as \(Self.id)-2 at 5; give --id to record it again")
  }

  @Test("one that was withdrawn is passed over: the same can be recorded again, once")
  func withdrawn() throws {
    _ = try append()
    try append([retraction(of: Self.id, published: "2022-03-02")])
    #expect(try append() == "recorded \(Self.id)-2 at 6; the head is 6")
    #expect(
      try append() == "already recorded as \(Self.id)-2 at 6; give --id to record it again")
  }

  @Test("a file of them, given again, in another order and with more, records what is new")
  func file() throws {
    let events = [
      silentReduction("lenovo", .reducing, on: "2022-03~", published: "2022-03-08"),
      silentReduction("lenovo", .suspended, on: "2022-03", published: "2022-03-09"),
      announcement("dji", .suspended, on: "2022-04-26"),
      company("autel"),
    ].map { $0.without("id") }
    #expect(
      try append(lines: events) == [
        "+ lenovo-2022-03-silent-reduction", "+ lenovo-2022-03-silent-reduction-2",
        "+ dji-2022-04-26-public-announcement", "+ company-autel",
      ])
    let more = [
      silentReduction("lenovo", .exited, on: "2022-03", published: "2022-03-10")
        .without("id")
    ]
    #expect(
      try append(lines: more + events.reversed() + more) == [
        "+ lenovo-2022-03-silent-reduction-3", "= company-autel",
        "= dji-2022-04-26-public-announcement", "= lenovo-2022-03-silent-reduction-2",
        "= lenovo-2022-03-silent-reduction", "= lenovo-2022-03-silent-reduction-3",
      ])
  }

  @Test("an id of digits alone would hide a position, and is refused")
  func digits() throws {
    #expect(throws: IntakeFaultsError.self) { try append(["--id", "9"]) }
  }

  @Test("a correction is named after what it corrects, and what it should have said has its id")
  func amendments() throws {
    let said = announcement("dji", .suspended, on: "2022-04-26", id: "dji-halt")
    try append([said])
    let replacement = said.with("level", "exited").without("id")
    let change = correction(to: said.with("level", "exited"), published: "2022-05-01")
      .with("replacement", replacement.json).without("id")
    #expect(try append(lines: [change]) == ["+ dji-halt-correction"])
    let withdrawal = retraction(of: "dji-halt", published: "2022-05-02").without("id")
    #expect(try append(lines: [withdrawal]) == ["+ dji-halt-retraction"])
  }
}
