import Projections
import Stances
import TestSupport
import Testing

@Suite("The days on which postures and measures changed")
struct TurningPointTests {
  private let who = [company("acme"), company("other"), body("ministry")]

  private func postures(
    _ events: [TestEvent], to day: String, knownBy: String? = nil
  ) throws -> [TurningPoint] {
    let log = try TestLog(who + events)
    let clocks = try log.clocks(to: day, knownBy: knownBy)
    return try log.read { try LogView(of: $0, on: clocks).postureTurns() }
  }

  @Test("each change has its day and the events that did it")
  func changes() throws {
    let points = try postures(
      [
        announcement("acme", .operating, on: "2022-03-01", id: "word"),
        silentReduction("acme", .suspended, on: "2022-04-01", id: "deed"),
      ], to: "2022-05-01")
    #expect(points.map(\.day?.description) == ["2022-03-01", "2022-04-01"])
    #expect(points.map { $0.change.causes.map(\.text) } == [["word"], ["deed"]])
  }

  @Test("a due day that passes is a change of its own, by the word that named it")
  func passedDueDay() throws {
    let points = try postures(
      [
        continuedBusiness("acme", .operating, on: "2022-02-01", id: "business"),
        announcement("acme", .exited, on: "2022-03-01", effective: "2022-03-31", id: "pledge"),
      ], to: "2022-06-01")
    #expect(points.suffix(2).map(\.day?.description) == ["2022-03-31", "2022-04-01"])
    #expect(points.suffix(2).map { $0.change.causes.map(\.text) } == [["pledge"], ["pledge"]])
  }

  @Test("a word without a level is the first that a company says")
  func spoke() throws {
    let points = try postures([announcement("acme", nil, on: "2022-03-01")], to: "2022-05-01")
    #expect(points.map(\.day?.description) == ["2022-03-01"])
  }

  @Test("between two days in a row the changes are those that the difference of their answers has")
  func sameAsDifference() throws {
    let log = try TestLog(
      who + [
        announcement("acme", .exiting, on: "2022-03-01", effective: "2022-03-20"),
        silentReduction("acme", .suspended, on: "2022-03-10", published: "2022-03-12"),
        denial("other", on: "2022-03-05"),
        continuedBusiness("other", .operating, on: "2022-03~"),
        measure("act", by: "ministry", .adopted, on: "2022-03-02", effective: "2022-03-15"),
        measure("act", by: "ministry", .suspended, on: "2022-03-18", until: "2022-03-22"),
      ])
    let clocks = try log.clocks(to: "2022-04-02")
    let points = try log.read {
      let view = LogView(of: $0, on: clocks)
      return try view.postureTurns() + view.measureTurns()
    }
    try #require(points.count >= 8)
    for offset in -40..<0 {
      let day = clocks.to.adding(days: offset)
      var (before, after) = (clocks, clocks)
      before.to = day
      after.to = day.adding(days: 1)
      let difference = try log.difference(from: before, to: after)
      let changes = points.filter { $0.day == after.to }.map(\.change)
      #expect(
        changes.compactMap(\.posture).map(\.fields) == difference.postures.map(\.fields), "\(day)")
      #expect(changes.compactMap(\.measure).map(\.after) == difference.measures.map(\.after))
    }
  }
}

extension TurningPoint.Change {
  fileprivate var posture: PostureChange? {
    if case .posture(let change) = self { change } else { nil }
  }

  fileprivate var measure: MeasureChange? {
    if case .measure(let change) = self { change } else { nil }
  }
}
