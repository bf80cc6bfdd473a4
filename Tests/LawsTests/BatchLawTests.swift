import JSON
import Projections
import Stances
import TestSupport
import Testing

/// How events come into a log decides nothing; a failure names the seed of its history.
@Suite("Laws of batches and names")
struct BatchLawTests {
  @Test(
    "the order of events in a batch changes no level, reading or gap that is not contested",
    arguments: UInt64(1)...12)
  func shuffled(seed: UInt64) throws {
    let history = RandomHistory(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let reordered = history.reordered(using: &generator)
    try #require(reordered.count == history.events.count, "seed \(seed)")
    let first = try AnsweringLog(history.events)
    let second = try AnsweringLog(reordered)
    for _ in 0..<8 {
      let clocks = Clocks.random(
        at: Position(reordered.count), by: .second, using: &generator)
      let (left, right) = (try first.postures(clocks), try second.postures(clocks))
      #expect(
        left.map(\.subject) == right.map(\.subject), "seed \(seed), \(clocks)")
      for (before, after) in zip(left, right)
      where before.contested.isEmpty && after.contested.isEmpty {
        #expect(
          before.conduct?.level == after.conduct?.level && before.reading == after.reading
            && before.gap == after.gap,
          "seed \(seed), \(clocks): \(before) and \(after)")
      }
    }
  }

  @Test("what is imported in parts answers as what is imported at once", arguments: UInt64(1)...8)
  func parts(seed: UInt64) throws {
    let events = RandomHistory(seed: seed).events
    var generator = SeededGenerator(seed: seed)
    let whole = try AnsweringLog(events)
    let split = try AnsweringLog()
    var rest = events[...]
    while !rest.isEmpty {
      let size = Int.random(in: 1...12, using: &generator)
      try split.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    for _ in 0..<4 {
      let clocks = Clocks.random(at: try whole.head(), using: &generator)
      #expect(try split.answers(clocks) == whole.answers(clocks), "seed \(seed), \(clocks)")
    }
  }

  @Test(
    "a company under two slugs that were merged has the posture of one with both histories",
    arguments: UInt64(1)...8)
  func merged(seed: UInt64) throws {
    let events = RandomHistory(seed: seed).events
    var generator = SeededGenerator(seed: seed)
    let slug = RandomHistory.companies[0]
    let older = company("older", name: slug, id: "reg-older").with("merged_into", slug)
      .with("occurred", "2000-01-01").with("published", "2000-01-01")
    var parted = 0
    var renamed = events.map { event in
      guard event.text("company") == slug, event.text("name") == nil,
        Bool.random(using: &generator)
      else { return event }
      parted += 1
      return event.with("company", "older")
    }
    try #require(parted > 0, "seed \(seed)")
    // Positions decide between events of the same dates: both logs have the same.
    let place = try #require(events.firstIndex { $0.text("type") == "body_registered" })
    renamed.insert(older, at: place)
    let plain = company("unrelated", id: "reg-older")
    var original = events
    original.insert(plain, at: place)
    let one = try AnsweringLog(original)
    let two = try AnsweringLog(renamed)
    for _ in 0..<8 {
      let clocks = Clocks.random(at: try one.head(), by: .second, using: &generator)
      #expect(try one.postures(clocks) == two.postures(clocks), "seed \(seed), \(clocks)")
    }
  }

  @Test(
    "without new fields an event answers by stance/1 the same in both versions",
    arguments: UInt64(1)...8)
  func versions(seed: UInt64) throws {
    let events = RandomHistory(seed: seed, hasNewFields: false).events
    // A correction holds a whole event, of the version that it was written in.
    let older = events.map { event in
      event.text("type").map { ["correction", "retraction"].contains($0) } == true
        ? event : event.with("v", .integer(1))
    }
    let today = try AnsweringLog(events)
    let then = try AnsweringLog(older)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      let clocks = Clocks.random(at: try today.head(), by: .first, using: &generator)
      #expect(try today.postures(clocks) == then.postures(clocks), "seed \(seed), \(clocks)")
      let (left, right) = (try today.timeline(clocks), try then.timeline(clocks))
      #expect(left.measures == right.measures, "seed \(seed), \(clocks)")
    }
  }
}
