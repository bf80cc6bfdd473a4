import Projections
import Stances
import TestSupport
import Testing

@Suite("What a query knows")
struct KnownEventsTests {
  private let stop = announcement(
    "dji", .suspended, on: "2022-04-26", published: "2022-04-27", id: "stop")

  private func ids(_ events: [TestEvent], _ clocks: Clocks) throws -> [String] {
    try known(events, on: clocks).reached.map(\.event.id.text)
  }

  private func levels(_ events: [TestEvent], _ clocks: Clocks) throws -> [Level?] {
    try known(events, on: clocks).reached.map { known in
      if case .publicAnnouncement(let announcement) = known.event.content {
        announcement.level
      } else {
        nil
      }
    }
  }

  @Test("an event counts from its day on the valid clock")
  func validClock() throws {
    #expect(try ids([stop], Clocks(to: "2022-04-25")).isEmpty)
    #expect(try ids([stop], Clocks(to: "2022-04-26")) == ["stop"])
  }

  @Test("an event counts from its publication on the public clock")
  func publicClock() throws {
    #expect(try ids([stop], Clocks(to: "2022-05-06", knownBy: "2022-04-26")).isEmpty)
    #expect(try ids([stop], Clocks(to: "2022-05-06", knownBy: "2022-04-27")) == ["stop"])
  }

  @Test("an event counts from its position on the log clock")
  func logClock() throws {
    #expect(try ids([company("dji"), stop], Clocks(to: "2022-05-06", at: 1)).isEmpty)
    #expect(try ids([company("dji"), stop], Clocks(to: "2022-05-06", at: 2)) == ["stop"])
  }

  @Test("a fuzzy day is reached by its first day, or strictly by its last")
  func fuzzy() throws {
    let stop = stop.with("occurred", "2022-04").with("published", "2022-05")
    #expect(try ids([stop], Clocks(to: "2022-04-01")) == ["stop"])
    #expect(try ids([stop], Clocks(to: "2022-04-29", .strict)).isEmpty)
    #expect(try ids([stop], Clocks(to: "2022-04-30", .strict)) == ["stop"])
    #expect(try ids([stop], Clocks(to: "2022-06-01", knownBy: "2022-05-01")) == ["stop"])
    #expect(try ids([stop], Clocks(to: "2022-06-01", knownBy: "2022-05-01", .strict)).isEmpty)
  }

  @Test("a correction gives the event its new content in its old place")
  func correctionActs() throws {
    let events = [stop, correction(to: stop.with("level", "reducing"), published: "2022-05-01")]
    #expect(try levels(events, Clocks(to: "2022-05-06")) == [.reducing])
    let corrected = try #require(try known(events, on: Clocks(to: "2022-05-06")).reached.first)
    #expect(corrected.position == 1)
    #expect(corrected.correctedBy?.text == "stop-correction-2022-05-01")
  }

  @Test("before its publication or its position a correction does not act")
  func correctionWaits() throws {
    let events = [stop, correction(to: stop.with("level", "reducing"), published: "2022-05-01")]
    #expect(
      try levels(events, Clocks(to: "2022-05-06", knownBy: "2022-04-30")) == [.suspended])
    #expect(try levels(events, Clocks(to: "2022-05-06", at: 1)) == [.suspended])
  }

  @Test("the corrected content is checked against all three clocks")
  func correctedClocks() throws {
    let later = stop.with("occurred", "2022-05-03").with("published", "2022-05-04")
    let events = [stop, correction(to: later, published: "2022-05-01")]
    #expect(try ids(events, Clocks(to: "2022-05-02")).isEmpty)
    #expect(try ids(events, Clocks(to: "2022-05-03")) == ["stop"])
    #expect(try ids(events, Clocks(to: "2022-05-06", knownBy: "2022-05-03")).isEmpty)
  }

  @Test("of two corrections the one recorded last wins")
  func twoCorrections() throws {
    let events = [
      stop, correction(to: stop.with("level", "reducing"), published: "2022-05-02"),
      correction(to: stop.with("level", "holding"), published: "2022-05-01"),
    ]
    #expect(try levels(events, Clocks(to: "2022-05-06")) == [.holding])
  }

  @Test("a withdrawn event is omitted while its retraction is in force")
  func retractionActs() throws {
    let withdrawn = [stop, retraction(of: "stop", published: "2022-05-01", id: "withdrawal")]
    #expect(try ids(withdrawn, Clocks(to: "2022-05-06")).isEmpty)
    #expect(try ids(withdrawn, Clocks(to: "2022-05-06", knownBy: "2022-04-30")) == ["stop"])
    let restored = withdrawn + [retraction(of: "withdrawal", published: "2022-05-02")]
    #expect(try ids(restored, Clocks(to: "2022-05-06")) == ["stop"])
  }

  @Test("of several registrations the one recorded last gives the name")
  func registrations() throws {
    let events = [
      company("didi", name: "Didi", id: "first"),
      company("didi", name: "DiDi Global", id: "second"),
    ]
    let didi = CompanyID(recorded: "didi")
    #expect(
      try known(events, on: Clocks(to: "2022-05-06")).registrations.name(of: didi) == "DiDi Global")
    #expect(
      try known(events, on: Clocks(to: "2022-05-06", at: 1)).registrations.name(of: didi) == "Didi")
  }

  @Test("what this program cannot read is counted, not dropped in silence")
  func unreadable() throws {
    let newer = stop.with("type", "boycott").with("id", "unknown")
    let known = try known([stop, newer], on: Clocks(to: "2022-05-06"))
    #expect(known.unreadable == 1 && known.reached.count == 1)
    #expect(TimelineProjection.timeline(in: known).unreadable == 1)
  }
}
