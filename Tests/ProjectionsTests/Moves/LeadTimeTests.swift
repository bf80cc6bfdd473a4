import JSON
import Projections
import Stances
import TestSupport
import Testing

@Suite("Moves of companies, and how long before or after measures they come")
struct LeadTimeTests {
  private let everyone: JSONValue = ["all": .bool(true)]
  private let actors = [company("lenovo"), company("dji"), body("us", jurisdiction: "US")]

  private func leadTimes(_ events: [TestEvent], to day: String = "2022-12-31") throws -> [LeadTime]
  {
    let log = try TestLog(actors + events)
    let clocks = try log.clocks(to: day)
    return try log.read { log in
      let view = LogView(of: log, on: clocks)
      return try view.leadTimes(of: view.postureHistories())
    }
  }

  @Test("a company that moves after a measure lags by the days between them")
  func lag() throws {
    let times = try leadTimes([
      measure("act", by: "us", .inForce, on: "2022-02-24", to: everyone),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.map(\.nearest?.days) == [5...5])
    #expect(times.map(\.nearest?.measure.text) == ["act"])
  }

  @Test("one that moves before it leads, and the nearer of two measures counts")
  func lead() throws {
    let times = try leadTimes([
      measure("far", by: "us", .inForce, on: "2022-01-01", to: everyone),
      measure("near", by: "us", .adopted, on: "2022-03-11", to: everyone),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.map(\.nearest?.days) == [-10 ... -10])
    #expect(times.map(\.nearest?.status) == [.adopted])
  }

  @Test("a fuzzy date leaves a range of days")
  func fuzzy() throws {
    let times = try leadTimes([
      measure("act", by: "us", .inForce, on: "2022-02-24", to: everyone),
      silentReduction("lenovo", .suspended, on: "2022-03"),
    ])
    #expect(times.map(\.nearest?.days) == [5...35])
  }

  @Test("a measure is near only to the companies that it addresses, or whose sector it does")
  func addressed() throws {
    let events = [
      measure("act", by: "us", .inForce, on: "2022-02-24", to: named("lenovo")),
      silentReduction("dji", .suspended, on: "2022-03-01"),
      silentReduction("lenovo", .suspended, on: "2022-03-02"),
    ]
    #expect(try leadTimes(events).map(\.nearest?.days) == [nil, 6...6])
  }

  @Test("a step that amends a measure or extends it to a company is near to that company's move")
  func further() throws {
    let times = try leadTimes([
      measure("act", by: "us", .inForce, on: "2022-02-01", to: named("lenovo"), id: "one"),
      measure("act", by: "us", .inForce, on: "2022-02-24", to: named("dji"), id: "two"),
      measure("act", by: "us", .amended, on: "2022-03-02", to: named("lenovo"), id: "three"),
      silentReduction("dji", .suspended, on: "2022-03-01"),
      silentReduction("lenovo", .suspended, on: "2022-03-04"),
    ])
    #expect(times.map(\.nearest?.days) == [5...5, 2...2])
    #expect(times.map(\.nearest?.isAmendment) == [false, true])
    #expect(times.map(\.nearest?.status) == [.inForce, .inForce])
  }

  @Test("after a measure each company it addresses has moved, or not, by days that may be a range")
  func responses() throws {
    let log = try TestLog(
      actors + [
        measure("act", by: "us", .adopted, on: "2022-02-24", to: named("lenovo", "dji")),
        silentReduction("lenovo", .suspended, on: "2022-03", id: "stop"),
        silentReduction("dji", .suspended, on: "2022-02-20", id: "before"),
      ])
    let clocks = try log.clocks(to: "2022-04-24")
    let found = try log.read {
      try LogView(of: $0, on: clocks).responses(to: #require(MeasureKey("act")))
    }
    let starts = Dictionary(
      found.companies.map { ($0.company.text, $0.starts) }, uniquingKeysWith: { first, _ in first })
    let lenovo = try #require(starts["lenovo"]?.first)
    #expect(lenovo.kind == .announced && starts["lenovo"]?.count == 1)
    #expect([lenovo.deed.days.least, lenovo.deed.days.most] == [5, 35])
    #expect(lenovo.deed.move?.events.map(\.text) == ["stop"] && lenovo.deed.earlier == nil)
    #expect(lenovo.word.move == nil && lenovo.word.days.least == 59)
    let dji = try #require(starts["dji"]?.first)
    #expect(dji.deed.move == nil && dji.deed.earlier?.events.map(\.text) == ["before"])
  }

  @Test("measures of another market, or that push the other way, are not near")
  func none() throws {
    let times = try leadTimes([
      measure("elsewhere", by: "us", .inForce, on: "2022-02-24", to: everyone, in: ["BY"]),
      measure("stays", by: "us", .inForce, on: "2022-02-24", push: .stay, to: everyone),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.count == 1)
    #expect(times.map(\.nearest) == [nil])
  }

  @Test("going back is a reversal, which a measure that pushes to stay is near to")
  func reversal() throws {
    let times = try leadTimes([
      measure("stays", by: "us", .inForce, on: "2022-05-01", push: .stay, to: everyone),
      silentReduction("dji", .suspended, on: "2022-03-01"),
      resumption("dji", disclosed: true, on: "2022-05-04", id: "back"),
    ])
    #expect(times.map(\.change.isReversal) == [false, true])
    #expect(times.last?.nearest?.days == 3...3)
    #expect(times.last?.change.after.events.map(\.text) == ["back"])
  }

  @Test("what changed when names each day with the events that count newly")
  func changes() throws {
    let log = try TestLog(
      actors + [
        announcement("dji", .suspended, on: "2022-02-21", effective: "2022-03-04", id: "word"),
        denial("dji", on: "2022-03-10", id: "denial"),
      ])
    let clocks = try log.clocks(to: "2022-05-06")
    let history = try #require(
      try log.read { try LogView(of: $0, on: clocks).postureHistories() }.first)
    #expect(history.changes.map(\.day?.description) == ["2022-02-21", "2022-03-04", "2022-03-10"])
    #expect(
      history.changes.map { $0.change.causes.map(\.text) } == [["word"], ["word"], ["denial"]])
  }
}
