import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// What calendars rely on (RFC 5546), over random histories; a failure names the seed.
@Suite("Laws of the calendar")
struct CalendarLawTests {
  @Test(
    "while the log grows no sequence falls, and what changes has a higher one and a later time",
    arguments: UInt64(1)...6)
  func sequences(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog()
    var clocks = Clocks.random(at: 0, using: &generator)
    clocks.to = Day(ordinal: 19_100)
    var last: [String: CalendarItem] = [:]
    var changes = 0
    for (index, event) in RandomHistory(seed: seed, count: 80).events.enumerated() {
      try log.append([event], at: Int64(index) * 1_000)
      clocks.at = try log.head()
      for item in try log.calendar(clocks) {
        let key = "\(item.entry.event) \(item.occasion)"
        if let before = last[key] {
          #expect(item.revision >= before.revision, "seed \(seed), \(clocks), \(key)")
          if item.isWithdrawn != before.isWithdrawn || item.day != before.day {
            changes += 1
            #expect(item.revision > before.revision, "seed \(seed), \(clocks), \(key)")
            #expect(item.changed > before.changed, "seed \(seed), \(clocks), \(key)")
          }
        }
        last[key] = item
      }
    }
    try #require(changes > 0, "seed \(seed): nothing changed")
  }
}
