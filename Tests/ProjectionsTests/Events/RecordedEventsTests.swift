import JSON
import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Reading a log for the timeline")
struct RecordedEventsTests {
  private let events = [
    body("cn-mofcom", name: "MOFCOM"), company("dji", name: "DJI"),
    measure("ban", by: "cn-mofcom", .inForce, on: "2022-03-01", to: ["all": true], id: "ban"),
    statement(by: "cn-mofcom", on: "2022-04-14", to: named("dji"), id: "appeal"),
    announcement("dji", .suspended, on: "2022-04-26", id: "stop"),
  ]

  @Test("a projection of one kind of events answers as one that reads them all")
  func sameAnswer() throws {
    try TestLog(events).read { log in
      let clocks = try Clocks(to: "2022-05-06", at: log.head)
      let timeline = try LogView(of: log, on: clocks).timeline()
      #expect(timeline.entries.map(\.event.text) == ["ban", "appeal", "stop"])
      #expect(try LogView(of: log, on: clocks).measures().measures == timeline.measures)
      #expect(try LogView(of: log, on: clocks).trade() == timeline.trade)
      let pressure = try LogView(of: log, on: clocks)
        .pressure(on: CompanyID(recorded: "dji"))
      #expect(pressure.items.map(\.by) == ["MOFCOM", "MOFCOM"])
    }
  }

  @Test("an event that a correction makes a step of a measure is found in its place")
  func correctedType() throws {
    let step = measure("ban", by: "cn-mofcom", .lifted, on: "2022-04-14", id: "appeal")
    try TestLog(events + [correction(to: step, published: "2022-05-01")]).read { log in
      let corrected = try Clocks(to: "2022-05-06", at: log.head)
      let lifted = try #require(try LogView(of: log, on: corrected).measures().measures.first)
      #expect(lifted.status == .lifted && lifted.events.map(\.text) == ["ban", "appeal"])
      let before = try Clocks(to: "2022-05-06", at: 5)
      #expect(try LogView(of: log, on: before).measures().measures.first?.status == .inForce)
    }
  }

  @Test("an empty log, or one asked before its first event, has an empty timeline")
  func empty() throws {
    for (log, position) in [(try TestLog(), Position(0)), (try TestLog(events), 0)] {
      let timeline = try log.read {
        try LogView(of: $0, on: Clocks(to: "2022-05-06", at: position)).timeline()
      }
      #expect(timeline.measures.isEmpty && timeline.entries.isEmpty && timeline.trade.isEmpty)
    }
  }
}
