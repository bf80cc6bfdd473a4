import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// News are the difference of two answers, so what they name follows from these alone.
@Suite("Laws of news")
struct NewsLawTests {
  @Test(
    "what is new from A to C is new from A to B or from B to C, if anything of it is",
    arguments: UInt64(1)...8)
  func inSteps(seed: UInt64) throws {
    let events = RandomHistory(seed: seed, count: 120).events
    let log = try AnsweringLog()
    // Recorded in several appends, on the days of the history, so that both clocks move.
    for (place, start) in stride(from: 0, to: events.count, by: 15).enumerated() {
      try log.append(
        events[start..<min(start + 15, events.count)],
        at: Day(ordinal: 18_980 + 50 * place).firstMoment.milliseconds)
    }
    var generator = SeededGenerator(seed: seed)
    let head = try log.head().number
    var count = 0
    for _ in 0..<20 {
      let last = Clocks.random(at: Position(head), using: &generator)
      let points = (0..<2).map { _ in
        (
          Position(Int64.random(in: 0...head, using: &generator)),
          Day(
            ordinal: Int.random(in: 18_980...max(18_980, Int(last.to.ordinal)), using: &generator))
        )
      }
      var (first, middle) = (last, last)
      first.at = min(points[0].0, points[1].0)
      middle.at = max(points[0].0, points[1].0)
      first.to = min(points[0].1, points[1].1, last.to)
      middle.to = min(max(points[0].1, points[1].1), last.to)
      let said = "seed \(seed), from \(first) by \(middle) to \(last)"
      let whole = try log.news(from: first, to: last)
      let steps = try log.news(from: first, to: middle).named
        .union(log.news(from: middle, to: last).named)
      let missing = Set(whole.items.map(\.subject)).subtracting(steps)
      #expect(missing.isEmpty, "\(said): \(missing.sorted())")
      #expect(try log.news(from: last, to: last).items.isEmpty, "\(said)")
      #expect(Set(whole.items.map(\.name)).count == whole.items.count, "\(said)")
      // Every posture and measure that ends different is named.
      let difference = try log.difference(from: first, to: last)
      let expected =
        difference.postures.map { "posture:\($0.company):\($0.market.code)" }
        + difference.measures.map { "measure:\($0.measure)" }
      #expect(Set(expected).isSubset(of: Set(whole.items.map(\.subject))), "\(said)")
      count += whole.items.count
    }
    #expect(count > 50, "seed \(seed): \(count) items")
  }

  @Test("a watch list shows a part of the news, and says why", arguments: UInt64(1)...6)
  func watched(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    let last = Clocks(to: Day(ordinal: 19_380), at: try log.head())
    let first = Clocks(to: Day(ordinal: 19_000), at: Position(30))
    let all = try log.news(from: first, to: last)
    var shown: Set<String> = []
    for kind in ["company ada", "market UA", "measure ban", "country CN", "sector telecoms"] {
      let few = try log.news(from: first, to: last, watching: WatchList(kind))
      #expect(
        Set(few.items.map(\.subject)).subtracting(all.named).isEmpty, "seed \(seed), \(kind)")
      #expect(few.items.allSatisfy { $0.because.map(\.words) == [kind] }, "seed \(seed), \(kind)")
      shown.formUnion(few.items.map(\.subject))
    }
    #expect(!shown.isEmpty, "seed \(seed)")
    let postures = all.items.map(\.subject).filter {
      $0.hasPrefix("posture:ada:") || $0.hasPrefix("posture:") && $0.hasSuffix(":UA")
    }
    #expect(shown.isSuperset(of: postures), "seed \(seed)")
  }
}

extension News {
  /// What it names: the subjects of its items, and the events that it gives as their causes.
  fileprivate var named: Set<String> {
    Set(items.map(\.subject)).union(items.flatMap(\.causes).map { "event:\($0)" })
  }
}

extension AnsweringLog {
  fileprivate func news(
    from before: Clocks, to after: Clocks, watching list: WatchList? = nil
  ) throws -> News {
    try read { try LogView(of: $0, on: after).news(since: before, watching: list) }
  }
}
