import EventLog
import JSON
import Projections
import Reports
import Stances
import TestSupport
import Testing

/// What companies followed is said beside the answers, and changes none of them.
@Suite("Measures that companies followed")
struct FollowedLawTests {
  @Test("a log without them answers the same but for who followed what", arguments: UInt64(1)...6)
  func answers(seed: UInt64) throws {
    let history = forbidding(RandomHistory(seed: seed, hasNewFields: false).events)
    let with = try AnsweringLog(following(history))
    let without = try AnsweringLog(history)
    var generator = SeededGenerator(seed: seed)
    for _ in 1...20 {
      var clocks = Clocks.random(at: try without.head(), using: &generator)
      let (told, plain) = (try with.timeline(clocks), try without.timeline(clocks))
      #expect(plain.followed == .none, "seed \(seed), \(clocks)")
      #expect(told.measures == plain.measures, "seed \(seed), \(clocks)")
      #expect(told.entries == plain.entries, "seed \(seed), \(clocks)")
      #expect(try with.postures(clocks) == without.postures(clocks), "seed \(seed), \(clocks)")
      clocks.rules = .first
      #expect(try with.timeline(clocks).followed == .none, "seed \(seed), \(clocks)")
    }
  }

  @Test(
    "the measures of a timeline are followed as the measures alone are", arguments: UInt64(1)...6)
  func sameAlone(seed: UInt64) throws {
    let log = try AnsweringLog(
      following(forbidding(RandomHistory(seed: seed, count: 120, hasNewFields: false).events)))
    let clocks = Clocks(to: Day(ordinal: 19_380), at: try log.head())
    let (alone, timeline) = try log.read { reader in
      let view = LogView(of: reader, on: clocks)
      return (try view.measures(), try view.timeline())
    }
    #expect(alone.measures == timeline.measures, "seed \(seed)")
    #expect(alone.followed == timeline.followed, "seed \(seed)")
    let ofEach = try log.read { reader in
      try RandomHistory.companies.flatMap { slug in
        let view = LogView(of: reader, on: clocks)
        return try view.history(of: CompanyID(recorded: slug))?.conflicts ?? []
      }
    }
    #expect(ofEach == timeline.followed.conflicts, "seed \(seed)")
  }

  @Test("the pages of the timeline and of the company say what was followed against what")
  func pages() throws {
    let log = try AnsweringLog([
      body("bis", jurisdiction: "US"), body("mofcom"), company("zte", name: "ZTE"),
      company("oppo", name: "OPPO"),
      measure("controls", by: "bis", .inForce, on: "2022-02-24"),
      measure(
        "rules", by: "mofcom", .inForce, on: "2021-01-09", instrument: .blockingRule, push: .stay,
        to: named("zte")),
      silentReduction("zte", .suspended, on: "2022-03-10").with("follows", strings(["controls"])),
      announcement("oppo", .suspended, on: "2022-03-11").with("follows", strings(["controls"])),
    ])
    let clocks = Clocks(to: Day(ordinal: 19_180), at: try log.head())
    let pages = try log.read { reader in
      let view = LogView(of: reader, on: clocks)
      let companies = try ["zte", "oppo"].map { slug in
        try #require(try view.companyPage(of: CompanyID(recorded: slug)))
      }
      return try [TimelinePage.page(view.answer(view.timelinePage()))]
        + companies.map { CompanyPage.page(try view.answer($0)) }
    }.map { $0.html(.singleFile) }
    #expect(pages.map { $0.contains("Who followed which measure") } == [true, false, false])
    #expect(
      pages.map { $0.contains("Obeying one measure, against another") } == [true, true, false])
  }

  /// The history in which one of the measures forbids what the other demands.
  private func forbidding(_ history: [TestEvent]) -> [TestEvent] {
    history.map { event in
      event.line.contains(#""measure":"rules""#) && event.line.contains(#""instrument""#)
        ? event.with("instrument", "blocking_rule").with("push", "stay") : event
    }
  }

  /// The history in which every reduction, exit and announcement names the measures as its reason.
  private func following(_ history: [TestEvent]) -> [TestEvent] {
    let keys = ["ban", "rules"].filter { key in
      history.contains { $0.line.contains(#""measure":"\#(key)""#) }
    }
    return history.map { event in
      let follows = ["public_announcement", "silent_reduction", "exit"].contains {
        event.line.contains(#""type":"\#($0)""#)
      }
      let isAmended = event.line.contains(#""type":"correction""#)
      return follows && !isAmended && !keys.isEmpty
        ? event.with("follows", strings(keys)) : event
    }
  }
}
