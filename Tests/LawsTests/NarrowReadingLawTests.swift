import EventLog
import JSON
import Stances
import TestSupport
import Testing

@testable import Projections

/// An answer about some companies or measures reads only what it needs.
///
/// From the whole log it would be the same. A failure names the seed of its history.
@Suite("Laws of narrow reading")
struct NarrowReadingLawTests {
  @Test(
    "an answer about one company is the one that the whole log gives", arguments: UInt64(1)...10)
  func companies(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(Self.events(seed: seed, using: &generator))
    for _ in 0..<5 {
      let clocks = try Self.clocks(of: log, using: &generator)
      try log.read { reader in
        let whole = LogView(of: reader, on: clocks)
        _ = try whole.recorded([EventFilter()])
        let known = try whole.known([EventFilter()])
        let merged = try whole.merged()
        let all = (
          postures: try whole.postures(), histories: try whole.postureHistories(),
          frames: try whole.replayFrames()
        )
        for slug in RandomHistory.companies.map(CompanyID.init(recorded:))
        where try merged.end(of: slug) == slug {
          func view() -> LogView { LogView(of: reader, on: clocks, companies: [slug]) }
          let place: Comment = "seed \(seed), \(slug), \(clocks)"
          #expect(try view().postures() == all.postures.filter { $0.company == slug }, place)
          #expect(
            try view().postureHistories() == all.histories.filter { $0.company == slug }, place)
          #expect(try view().replayFrames() == all.frames.filter { $0.company == slug }, place)
          #expect(
            try LogView(of: reader, on: clocks).pressure(on: slug)
              == PressureProjection.pressure(
                on: slug, with: merged.members(of: slug), in: known), place)
          #expect(try LogView(of: reader, on: clocks).company(slug.text) == slug, place)
        }
      }
    }
  }

  @Test("measures, figures and promises are those of the whole log", arguments: UInt64(1)...10)
  func measures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(Self.events(seed: seed, using: &generator))
    for _ in 0..<5 {
      let clocks = try Self.clocks(of: log, using: &generator)
      try log.read { reader in
        let known = try LogView(of: reader, on: clocks).known([EventFilter()])
        func view() -> LogView { LogView(of: reader, on: clocks) }
        let place: Comment = "seed \(seed), \(clocks)"
        #expect(try view().measures() == TimelineProjection.list(in: known), place)
        #expect(try view().measureHistories() == known.measureHistories(), place)
        #expect(try view().trade() == TradeProjection.figures(in: known), place)
        #expect(
          try view().promises()
            == PromiseProjection.promises(in: known, histories: view().postureHistories()), place)
      }
    }
  }

  private static func clocks(
    of log: AnsweringLog, using generator: inout SeededGenerator
  ) throws -> Clocks {
    let head = try log.head().number
    return Clocks.random(
      at: Position(Int64.random(in: head / 2...head, using: &generator)), using: &generator)
  }

  /// A random history in which events also address many companies at once, corrections make one
  /// type of event of another, or move an event to another company, and two companies merge.
  private static func events(
    seed: UInt64, using generator: inout SeededGenerator
  ) -> [TestEvent] {
    func day() -> String {
      "\(Day(ordinal: Int.random(in: 18_993..<19_300, using: &generator)))"
    }
    let old = company("old-ada", id: "reg-old").with("merged_into", "ada")
      .with("occurred", "2022-06-01").with("published", "2022-06-01")
    var events = RandomHistory(seed: seed).events + [old]
    for number in 0..<12 {
      let many: TestEvent =
        switch number % 3 {
        case 0: statement(by: "ministry", on: day(), to: ["all": true], id: "many-\(number)")
        case 1:
          pressure(by: .public, on: day(), to: ["sectors": ["telecoms"]], id: "many-\(number)")
        default:
          statement(by: "ministry", on: day(), to: ["countries": ["CN"]], id: "many-\(number)")
        }
      let word = announcement(
        number % 2 == 0 ? "bell" : "old-ada", .suspended, on: day(), id: "word-\(number)")
      let other: TestEvent =
        switch number % 4 {
        case 0: statement(by: "ministry", on: day(), to: ["all": true], id: "word-\(number)")
        case 1: measure("late", by: "ministry", .adopted, on: day(), id: "word-\(number)")
        case 2: resumption("cray", disclosed: true, on: day(), id: "word-\(number)")
        default: pressure(by: .supplier, on: day(), to: named("ada"), id: "word-\(number)")
        }
      events += [many, word, correction(to: other, published: day(), id: "turned-\(number)")]
      if number % 3 == 0 {
        events.append(retraction(of: "turned-\(number)", published: day(), id: "back-\(number)"))
      }
      if number % 4 == 3 {
        let again = silentReduction("bell", .reducing, on: day(), id: "word-\(number)")
        events.append(correction(to: again, published: day(), id: "turned-again-\(number)"))
      }
    }
    return events
  }
}
