import Projections
import Stances
import TestSupport
import Testing

/// A stepwise replay is found in one pass over the log; it must be what refolding every day finds.
@Suite("Replays step by step")
struct SteppedReplayTests {
  @Test(
    "each step is the difference between the answers to its day and to the day before it",
    arguments: UInt64(1)...4, [DateStyle.mixed, .coarse])
  func histories(seed: UInt64, style: DateStyle) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 80, style: style).events)
    var generator = SeededGenerator(seed: seed)
    for unit in ReplayStepUnit.allCases {
      try check(log, unit, "seed \(seed), \(style)", using: &generator)
    }
  }

  @Test(
    "so it is for measures that end, are suspended and come back", arguments: UInt64(1)...6)
  func measures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomMeasures.events(using: &generator))
    for unit in [ReplayStepUnit.day, .month] {
      try check(log, unit, "seed \(seed)", using: &generator)
    }
  }

  private func check(
    _ log: AnsweringLog, _ unit: ReplayStepUnit, _ note: String,
    using generator: inout SeededGenerator
  ) throws {
    var clocks = Clocks.random(at: try log.head(), using: &generator)
    clocks.to = Day(ordinal: Int.random(in: 19_000...19_180, using: &generator))
    let first = clocks.to.adding(days: -Int.random(in: 0...160, using: &generator))
    let steps = try log.steps(clocks, from: first, by: unit)
    #expect(steps.first?.day == first && steps.last?.day == clocks.to, "\(note), \(unit)")
    var before = clocks
    before.to = .distantPast
    for step in steps {
      var now = clocks
      now.to = step.day
      let difference = try log.difference(from: before, to: now)
      #expect(step.postures == difference.postures, "\(note), \(unit), \(now)")
      #expect(step.measures == difference.measures, "\(note), \(unit), \(now)")
      before = now
    }
  }
}
