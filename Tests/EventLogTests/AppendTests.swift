import JSON
import EventLog
import Stances
import TestSupport
import Testing

@Suite("Appending to a log")
struct AppendTests {
  @Test("Events get dense positions from 1 and keep their order")
  func positions() throws {
    let fixture = try LogFixture()
    let stop = announcement("dji", .suspended, on: "2022-04-26")
    let receipt = try fixture.append([company("dji"), stop])
    #expect(receipt.previousHead == 0)
    #expect(receipt.head == 2)
    #expect(receipt.recorded == 2)
    #expect(receipt.entries.map(\.position) == [1, 2])
    #expect(receipt.entries.map(\.wasThere) == [false, false])
    #expect(try fixture.ids() == ["dji-company-registered", "dji-public-announcement-2022-04-26"])
  }

  @Test("The log stores the canonical bytes with time and recorder, and gives the proposal back")
  func bytes() throws {
    let fixture = try LogFixture(company("dji"))
    let stop = announcement("dji", .suspended, on: "2022-04-26").with("note", "a \"first\" é")
    try fixture.append([stop])
    let stored = try #require(try fixture.log.read { try $0.event(at: 2) })
    let text = String(decoding: stored.bytes, as: UTF8.self)
    #expect(text.contains(#""recorded":"2022-05-06T11:34:56.789Z","recorder":"desk""#))
    #expect(try stored.event == stop.proposed().event)
    var exported: [String] = []
    try fixture.log.read {
      try $0.forEachProposal { exported.append(String(decoding: $0, as: UTF8.self)) }
    }
    #expect(exported == [company("dji").line, stop.line])
  }

  @Test("The same event again is counted, not repeated, however its JSON is spelled")
  func again() throws {
    let fixture = try LogFixture(company("dji"))
    let spaced = company("dji").line.replacing("\":", with: "\" : ").replacing("d", with: "\\u0064")
    let proposed = try ProposedEvent(JSONDocument(parsing: Array(spaced.utf8)))
    let receipt = try fixture.log.append(
      [proposed], as: AppendRequest(recorder: "other", clock: { Timestamp(milliseconds: 0) }))
    #expect(receipt.recorded == 0)
    #expect(receipt.alreadyRecorded == 1)
    #expect(receipt.entries.map(\.position) == [1])
    #expect(receipt.entries.map(\.wasThere) == [true])
    #expect(receipt.head == 1)
  }

  @Test("A clock that is earlier than the last event is overruled, and the receipt says so")
  func steppedClock() throws {
    let fixture = try LogFixture()
    #expect(try fixture.append([company("dji")], at: 5_000).steppedClock == nil)
    #expect(try fixture.append([company("smic")], at: 5_000).steppedClock == nil)
    let receipt = try fixture.append([company("huawei")], at: 4_999)
    #expect(receipt.steppedClock?.now == Timestamp(milliseconds: 4_999))
    #expect(receipt.steppedClock?.last == Timestamp(milliseconds: 5_000))
    #expect(try fixture.log.read { try $0.recorded(at: 3) } == Timestamp(milliseconds: 5_000))
    #expect(try fixture.append([company("huawei")], at: 4_999).steppedClock == nil)
  }

  @Test("The same event twice in one append is recorded once")
  func twiceInOneAppend() throws {
    let fixture = try LogFixture()
    let receipt = try fixture.append([company("dji"), company("dji"), company("smic")])
    #expect(receipt.entries.map(\.position) == [1, 1, 2])
    #expect(try fixture.ids().count == 2)
  }

  @Test("The same id with other content is a conflict that names the place of the first")
  func conflict() throws {
    let fixture = try LogFixture(company("smic"), company("dji"))
    let refusal = #expect(throws: AppendError.self) {
      try fixture.append([company("huawei"), company("dji", name: "DJI")])
    }
    #expect(refusal?.index == 1)
    #expect(refusal?.reason == .conflict(position: 2))
    #expect(try fixture.ids().count == 2)
  }

  @Test("The same id twice in one append, with other content, is not said to be recorded")
  func repeated() throws {
    let fixture = try LogFixture(company("smic"))
    let refusal = #expect(throws: AppendError.self) {
      try fixture.append([company("dji"), company("dji", name: "DJI")])
    }
    #expect(refusal?.index == 1)
    #expect(refusal?.reason == .repeated)
    #expect(try fixture.ids().count == 1)
  }

  @Test("A bad event in the middle leaves nothing of its append")
  func atomic() throws {
    let fixture = try LogFixture(company("dji"))
    #expect(throws: AppendError.self) {
      try fixture.append([
        company("smic"), announcement("unheard-of", .exited, on: "2022-04"), company("huawei"),
      ])
    }
    #expect(try fixture.ids() == ["dji-company-registered"])
    let receipt = try fixture.append([company("smic")])
    #expect(receipt.head == 2)
    #expect(try fixture.companies() == ["dji", "smic"])
  }

  @Test("What the giver of events throws ends the append without a trace")
  func sourceFails() throws {
    struct Unreadable: Error {}
    let fixture = try LogFixture()
    #expect(throws: Unreadable.self) {
      try fixture.log.append(
        as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) })
      ) { session in
        try session.append(company("dji").proposed())
        try session.append(company("smic").proposed())
        throw Unreadable()
      }
    }
    #expect(try fixture.head() == 0)
  }

  @Test("After a refusal an append can go on to find more, and counts the refused event as there")
  func goesOn() throws {
    struct Refused: Error {}
    let fixture = try LogFixture(company("dji"))
    var reasons: [AppendError.Reason] = []
    #expect(throws: Refused.self) {
      try fixture.log.append(
        as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) })
      ) { session in
        for event in [
          retraction(of: "nothing", published: "2022-04"), company("smic"),
          announcement("smic", .exited, on: "2022-04"), announcement("x", .exited, on: "2022-04"),
          company("dji", name: "Other"),
        ] {
          do {
            try session.append(event.proposed())
          } catch let refusal as AppendError {
            reasons.append(refusal.reason)
          }
        }
        #expect(session.receipt.head == 5)
        try session.finish { _, _, refusals in reasons += refusals.map(\.reason) }
        throw Refused()
      }
    }
    #expect(
      reasons == [
        .unknownEvent("nothing", field: "retracts", nearest: []),
        .conflict(position: 1), .unknownCompany("x", field: "company", nearest: []),
      ])
    #expect(try fixture.head() == 1)
  }

  @Test("A dry run checks everything and records nothing")
  func dryRun() throws {
    let fixture = try LogFixture()
    let receipt = try fixture.append([company("dji"), company("smic")], isDryRun: true)
    #expect(receipt.head == 2)
    #expect(try fixture.head() == 0)
    #expect(throws: AppendError.self) {
      try fixture.append([announcement("dji", .exited, on: "2022-04")], isDryRun: true)
    }
  }

  @Test("Times of recording never go backwards, though the clock does")
  func backwards() throws {
    let fixture = try LogFixture()
    try fixture.append([company("dji")], at: 5_000)
    try fixture.append([company("smic")], at: 3_000)
    try fixture.append([company("huawei")], at: 7_000)
    let recorded = try fixture.log.read { try $0.events().map(\.recorded.milliseconds) }
    #expect(recorded == [5_000, 5_000, 7_000])
    let positions = try fixture.log.read { reader in
      try [4_999, 5_000, 6_999, 7_000].map {
        try reader.position(recordedBy: Timestamp(milliseconds: $0))
      }
    }
    #expect(positions == [0, 2, 2, 3])
  }

  @Test("A receipt counts a great import and lists its beginning")
  func boundedReceipt() throws {
    let fixture = try LogFixture()
    let receipt = try fixture.append((1...1_500).map { company("company-\($0)") })
    #expect(receipt.recorded == 1_500)
    #expect(receipt.entries.count == AppendReceipt.maximumEntries)
  }

  @Test("A recorder's name has a limit")
  func recorderLimit() throws {
    let fixture = try LogFixture()
    #expect(throws: EventLogError.recorderTooLong(limit: EventLog.recorderLimit)) {
      try fixture.log.append(
        [],
        as: AppendRequest(
          recorder: String(repeating: "x", count: EventLog.recorderLimit + 1),
          clock: { Timestamp(milliseconds: 0) }))
    }
  }
}
