import Projections
import Stances
import TestSupport
import Testing

@Suite("Moves of companies, and how long before or after measures they come")
struct LeadTimeTests {
  private let actors = [company("lenovo"), company("dji"), body("us", jurisdiction: "US")]

  private func leadTimes(_ events: [TestEvent], to day: String = "2022-12-31") throws -> [LeadTime]
  {
    let log = try TestLog(actors + events)
    let clocks = try log.clocks(to: day)
    return try log.read { log in
      LeadTimeProjection.leadTimes(
        of: ConductChangeProjection.changes(
          in: try LogView(of: log, on: clocks).postureHistories()),
        measures: try LogView(of: log, on: clocks).measureHistories())
    }
  }

  @Test("a company that moves after a measure lags by the days between them")
  func lag() throws {
    let times = try leadTimes([
      measure("act", by: "us", .inForce, on: "2022-02-24"),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.map(\.nearest?.days) == [5...5])
    #expect(times.map(\.nearest?.measure.text) == ["act"])
  }

  @Test("one that moves before it leads, and the nearer of two measures counts")
  func lead() throws {
    let times = try leadTimes([
      measure("far", by: "us", .inForce, on: "2022-01-01"),
      measure("near", by: "us", .adopted, on: "2022-03-11"),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.map(\.nearest?.days) == [-10 ... -10])
    #expect(times.map(\.nearest?.status) == [.adopted])
  }

  @Test("a fuzzy date leaves a range of days")
  func fuzzy() throws {
    let times = try leadTimes([
      measure("act", by: "us", .inForce, on: "2022-02-24"),
      silentReduction("lenovo", .suspended, on: "2022-03"),
    ])
    #expect(times.map(\.nearest?.days) == [5...35])
  }

  @Test("measures of another market, or that push the other way, are not near")
  func none() throws {
    let times = try leadTimes([
      measure("elsewhere", by: "us", .inForce, on: "2022-02-24", in: ["BY"]),
      measure("stays", by: "us", .inForce, on: "2022-02-24", push: .stay),
      silentReduction("dji", .suspended, on: "2022-03-01"),
    ])
    #expect(times.count == 1)
    #expect(times.map(\.nearest) == [nil])
  }

  @Test("going back is a reversal, which a measure that pushes to stay is near to")
  func reversal() throws {
    let times = try leadTimes([
      measure("stays", by: "us", .inForce, on: "2022-05-01", push: .stay),
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
