import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// How long after a measure companies moved is what the postures of each single day say.
@Suite("Laws of lead and lag")
struct LeadLawTests {
  private static let first = Day(ordinal: 19_050)

  @Test("days are counted to the first day with another word, or another deed", arguments: 1...8)
  func days(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var day: String {
      Self.first.adding(days: Int.random(in: 0...60, using: &generator)).description
    }
    var events = ["ada", "bell", "cray"].map { company($0) } + [body("ministry")]
    for number in 0..<25 {
      let slug = ["ada", "bell"][Int.random(in: 0...1, using: &generator)]
      let level = [Level.operating, .reducing, .suspended][Int.random(in: 0...2, using: &generator)]
      events.append(
        Bool.random(using: &generator)
          ? announcement(slug, level, on: day, id: "word-\(number)")
          : silentReduction(slug, max(level, .reducing), on: day, id: "deed-\(number)"))
    }
    let announced = Self.first.adding(days: Int.random(in: 5...30, using: &generator))
    let force = announced.adding(days: Int.random(in: 1...20, using: &generator))
    events.append(
      measure(
        "act", by: "ministry", .adopted, on: announced.description, effective: force.description,
        to: named("ada", "cray")))
    let log = try AnsweringLog(events)
    let clocks = Clocks(to: Self.first.adding(days: 90), at: try log.head())
    try log.read { reader in
      let view = LogView(of: reader, on: clocks)
      let responses = try view.responses(to: #require(MeasureKey("act")))
      #expect(responses.companies.map(\.company.text) == ["ada", "cray"], "seed \(seed)")
      #expect(responses.companies.map { $0.starts.count } == [2, 0], "seed \(seed)")
      func state(_ day: Day) throws -> (word: [String?], deed: Level?) {
        var then = clocks
        then.to = day
        let posture = try LogView(of: reader, on: then).postures().first {
          $0.company.text == "ada"
        }
        return (
          [posture?.voice.kind.term ?? "silent", posture?.voice.level?.term],
          posture?.conduct?.level
        )
      }
      let starts = try #require(responses.companies.first?.starts)
      for (start, day) in zip(starts, [announced, force]) {
        var (word, deed): (Int?, Int?) = (nil, nil)
        let length = try #require(day.days(until: clocks.to))
        for after in 0...length {
          let (before, now) = (
            try state(day.adding(days: after - 1)), try state(day.adding(days: after))
          )
          if word == nil, before.word != now.word { word = after }
          if deed == nil, before.deed != now.deed { deed = after }
        }
        for (found, expected) in [(start.word, word), (start.deed, deed)] {
          let said = "seed \(seed), \(start.kind)"
          #expect(found.move.flatMap { _ in found.days.least } == expected, "\(said)")
          #expect(found.days.least == found.days.most, "\(said)")
          #expect(expected != nil || found.days.least == length, "\(said)")
          // What it rests on is on the timeline, on the day that is counted to.
          guard let move = found.move, let event = move.events.first else { continue }
          let entry = try view.timeline().entries.first { $0.event == event }
          #expect(
            try day.days(until: #require(entry).occurred.earliest) == expected, "\(said), \(event)")
        }
      }
    }
  }
}
