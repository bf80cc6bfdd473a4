import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Differences between two queries")
struct DifferenceTests {
  private let events = [
    company("lenovo"), body("us-commerce", jurisdiction: "US"),
    silentReduction("lenovo", .suspended, on: "2022-03~", published: "2022-05-06", id: "report"),
    announcement("lenovo", .operating, on: "2022-03-11", id: "defence"),
    measure(
      "controls", by: "us-commerce", .inForce, on: "2022-02-24", effective: "2022-03-01",
      id: "controls-in-force"),
  ]

  @Test("nothing changes between a query and itself")
  func same() throws {
    let log = try TestLog(events)
    let clocks = try log.clocks(to: "2022-05-06")
    #expect(try log.difference(from: clocks, to: clocks).isEmpty)
  }

  @Test("along the public clock it names the report that came out")
  func publicClock() throws {
    let log = try TestLog(events)
    let difference = try log.difference(
      from: try log.clocks(to: "2022-05-06", knownBy: "2022-05-05"),
      to: try log.clocks(to: "2022-05-06", knownBy: "2022-05-06"))
    let change = try #require(difference.postures.first)
    #expect(change.causes.map(\.text) == ["report"])
    let fields = change.fields.map { "\($0.field): \($0.before) → \($0.after)" }
    #expect(fields.contains("conduct: operating → suspended"))
    #expect(fields.contains("gap: 0 → -3"))
    #expect(fields.contains("reading: in_line → quiet_retreat"))
    #expect(difference.measures.isEmpty)
  }

  @Test("along the valid clock it names what happened, and the measure whose day came")
  func validClock() throws {
    let log = try TestLog(events)
    let difference = try log.difference(
      from: try log.clocks(to: "2022-02-28"), to: try log.clocks(to: "2022-03-11"))
    #expect(difference.postures.map(\.before) == [nil])
    #expect(difference.postures.first?.causes.map(\.text) == ["report", "defence"])
    #expect(difference.measures.map(\.before) == [.adopted])
    #expect(difference.measures.map(\.after) == [.inForce])
    #expect(difference.measures.first?.causes.map(\.text) == ["controls-in-force"])
  }

  @Test("along the log clock it names corrections and retractions beside what they change")
  func logClock() throws {
    let log = try TestLog(events)
    let corrected = silentReduction(
      "lenovo", .reducing, on: "2022-03~", published: "2022-05-06", id: "report")
    try log.append([correction(to: corrected, published: "2022-06-01", id: "fix")])
    try log.append([retraction(of: "report", published: "2022-06-02", id: "withdrawal")])
    let day = "2022-07-01"
    let fixed = try log.difference(
      from: try log.clocks(to: day, at: 5), to: try log.clocks(to: day, at: 6))
    #expect(fixed.postures.first?.causes.map(\.text) == ["report", "fix"])
    let withdrawn = try log.difference(
      from: try log.clocks(to: day, at: 6), to: try log.clocks(to: day, at: 7))
    #expect(withdrawn.postures.first?.causes.map(\.text) == ["report", "fix", "withdrawal"])
    #expect(withdrawn.postures.first?.after?.conduct?.level == .operating)
  }

  @Test("if only a day passed it names the word that had named the day")
  func passingDay() throws {
    let log = try TestLog([
      company("didi"),
      announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04", id: "exit"),
    ])
    let difference = try log.difference(
      from: try log.clocks(to: "2022-03-04"), to: try log.clocks(to: "2022-03-05"))
    #expect(difference.postures.first?.causes.map(\.text) == ["exit"])
    let fields = try #require(difference.postures.first).fields
    #expect(
      fields.map { "\($0.field): \($0.before) → \($0.after)" } == [
        "reading: under_way → unconfirmed"
      ])
  }

  @Test("a stepwise replay gives the first state, then each change, and ends on the last day")
  func steps() throws {
    let log = try TestLog(events)
    let clocks = try log.clocks(to: "2022-03-15")
    let steps = try log.log.read {
      try LogView(of: $0, on: clocks).steps(from: try Day(iso: "2022-01-31"), by: .month)
    }
    #expect(steps.map(\.day.description) == ["2022-01-31", "2022-02-28", "2022-03-15"])
    #expect(steps.map(\.postures.count) == [0, 0, 1])
    #expect(steps.map(\.measures.count) == [0, 1, 1])
  }
}
