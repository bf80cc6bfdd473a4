import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// What differed when is what the postures of each single day say.
@Suite("Laws of companies compared")
struct ComparisonLawTests {
  @Test("the periods are those of the days on which postures differ", arguments: UInt64(1)...6)
  func days(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    var periods = 0
    for _ in 0..<3 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let asked = Array(
        RandomHistory.companies.shuffled(using: &generator)
          .prefix(Int.random(in: 2...3, using: &generator)))
      let companies = asked.map { CompanyID(recorded: $0) }
      try log.read { reader in
        let view = LogView(of: reader, on: clocks).narrowed(to: companies)
        let comparison = try view.comparison()
        #expect(comparison.companies.map(\.company) == companies)
        let now = try view.postures()
        #expect(Set(comparison.markets.map(\.market)) == Set(now.map(\.market)))
        for market in comparison.markets {
          let said = "seed \(seed), \(clocks), \(asked), \(market.market)"
          #expect(
            market.postures(on: clocks.to)
              == companies.map { company in
                now.first { $0.company == company && $0.market == market.market }
              }, "\(said)")
          periods += market.differences.count
          // A merger joins companies on the last day, and a day before it sees them as they were.
          for back in 0..<500 {
            var then = clocks
            then.to = clocks.to.adding(days: -back)
            let postures = try LogView(of: reader, on: then).narrowed(to: companies).postures()
              .filter { $0.market == market.market }
            let levels = companies.map { company in
              postures.first { $0.company == company }.map(\.levels)
            }
            let isDifferent = Set(levels.compactMap(\.self)).count > 1
            let found = market.differences.filter {
              then.to <= $0.to && ($0.from ?? .distantPast) <= then.to
            }
            #expect(found.count == (isDifferent ? 1 : 0), "\(said), \(then.to)")
            guard let period = found.first else { continue }
            #expect(
              period.levels.map { $0.map { [$0.word, $0.deed] } } == levels, "\(said), \(then.to)")
          }
        }
      }
    }
    #expect(periods > 10, "seed \(seed): \(periods) periods")
  }
}

extension Posture {
  /// The levels of its word and of its deed, as a reader takes them from it.
  fileprivate var levels: [Level?] {
    let word: Level? =
      switch voice.kind {
      case .announced: voice.level
      case .defended, .reversed: .operating
      case .silent, .declined, .spoke, .denied: nil
      }
    return [word, conduct?.level]
  }
}
