import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// Histories say on each day what a replay to that day says, over random histories; a failure names
/// the seed of its history.
@Suite("Histories over many days")
struct PeriodTests {
  /// From before a random history's first day to after its last.
  private static let days = (18_985...19_180).map { Day(ordinal: $0) }

  @Test(
    "a posture's history answers every day as a replay to that day does",
    arguments: UInt64(1)...4, [DateStyle.mixed, .coarse])
  func postures(seed: UInt64, style: DateStyle) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, style: style).events)
    var generator = SeededGenerator(seed: seed)
    var clocks = Clocks.random(at: try log.head(), using: &generator)
    clocks.to = Day(ordinal: 19_180)
    let first = Bool.random(using: &generator) ? Day.distantPast : Day(ordinal: 19_080)
    let histories = try log.postureHistories(clocks, from: first)
    for day in Self.days where day >= first {
      clocks.to = day
      #expect(
        try histories.compactMap { $0.posture(on: day) } == log.postures(clocks),
        "seed \(seed), \(clocks), from \(first)")
    }
    for history in histories {
      #expect(history.posture(on: Day(ordinal: 19_181)) == nil, "seed \(seed)")
      for (period, next) in zip(history.periods, history.periods.dropFirst()) {
        let turn = try #require(next.from, "seed \(seed)")
        #expect((period.from ?? .distantPast) < turn, "seed \(seed)")
        #expect(
          period.posture(on: turn) != next.posture,
          "seed \(seed): \(history.company) \(history.market) does not change on \(turn)")
      }
    }
  }

  @Test("a history of some companies is theirs among all", arguments: UInt64(1)...3)
  func someCompanies(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed).events)
    let clocks = Clocks(to: Day(ordinal: 19_180), at: try log.head())
    let company = CompanyID(recorded: RandomHistory.companies[1])
    let all = try log.postureHistories(clocks)
    #expect(
      try log.postureHistories(clocks, of: [company]) == all.filter { $0.company == company },
      "seed \(seed)")
  }

  @Test(
    "a measure's history answers every day as a query to that day does", arguments: UInt64(1)...8)
  func measures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let history = try AnsweringLog(RandomMeasures.events(using: &generator))
    var clocks = Clocks.random(at: try history.head(), using: &generator)
    clocks.to = Day(ordinal: 19_180)
    let histories = try history.measureHistories(clocks)
    for day in Self.days {
      clocks.to = day
      let measures = Dictionary(
        uniqueKeysWithValues: try history.timeline(clocks).measures.map { ($0.measure, $0) })
      for history in histories {
        #expect(
          history.measure(on: day) == measures[history.measure],
          "seed \(seed), \(clocks), \(history.measure)")
      }
      #expect(Set(measures.keys).isSubset(of: histories.map(\.measure)), "seed \(seed), \(clocks)")
    }
  }

  @Test(
    "every frame of a replay over both clocks is what a replay with these two dates answers",
    arguments: UInt64(1)...4, [DateStyle.mixed, .coarse])
  func frames(seed: UInt64, style: DateStyle) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 80, style: style).events)
    var generator = SeededGenerator(seed: seed)
    var clocks = Clocks.random(at: try log.head(), using: &generator)
    clocks.to = Day(ordinal: 19_180)
    let limit = clocks.knownBy
    let frames = try log.replayFrames(clocks)
    for frame in frames.flatMap(\.frames) {
      #expect(limit.map { frame.knownBy <= .on($0) } ?? true, "seed \(seed)")
    }
    for _ in 0..<150 {
      clocks.to = Day(ordinal: Int.random(in: 18_985...19_180, using: &generator))
      clocks.knownBy = Day(ordinal: Int.random(in: 18_985...19_180, using: &generator))
      if let limit, let knownBy = clocks.knownBy, knownBy > limit { clocks.knownBy = limit }
      #expect(
        try frames.compactMap { $0.posture(on: clocks.to, knownBy: clocks.knownBy) }
          == log.postures(clocks), "seed \(seed), \(clocks)")
    }
    clocks.knownBy = limit
    #expect(
      try frames.compactMap { $0.posture(on: clocks.to, knownBy: nil) } == log.postures(clocks),
      "seed \(seed), \(clocks)")
  }
}
