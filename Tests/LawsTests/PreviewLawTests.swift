import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// A preview says what the same questions say once the events are recorded.
@Suite("Laws of previews")
struct PreviewLawTests {
  @Test(
    "on each of its days a preview has what differs before and after the append, and nothing is kept",
    arguments: UInt64(1)...8)
  func kept(seed: UInt64) throws {
    let today = try Day(iso: "2022-06-01")
    try AnsweringLog.growing(seed: seed, previewing: today) { log, previous, preview in
      let head = try log.head()
      #expect(preview.previousHead == previous, "seed \(seed)")
      #expect(preview.events == head.count(after: previous), "seed \(seed), \(previous)")
      let days = preview.groups.flatMap(\.days)
      #expect(days.contains(today) && days == days.sorted() && Set(days).count == days.count)
      for group in preview.groups {
        for day in group.days {
          let change = try log.read {
            try LogView(of: $0, on: Clocks(to: day, at: head))
              .difference(from: Clocks(to: day, at: previous))
          }
          let isSame = change.postures.map(Said.init) == group.postures.map(Said.init)
          #expect(isSame, "seed \(seed), after \(previous), on \(day)")
          #expect(change.measures == group.measures, "seed \(seed), after \(previous), on \(day)")
        }
      }
    }
  }

  /// What a reader sees of a change.
  private struct Said: Equatable {
    let company: CompanyID
    let market: Market
    let fields: [PostureChange.FieldChange]
    let causes: [EventID]

    init(_ change: PostureChange) {
      (company, market) = (change.company, change.market)
      (fields, causes) = (change.fields, change.causes)
    }
  }
}

extension AnsweringLog {
  /// A log that takes in a random history, some events at a time, each time after a preview.
  fileprivate static func growing(
    seed: UInt64, previewing today: Day,
    _ check: (AnsweringLog, _ previous: Position, AppendPreview) throws -> Void
  ) throws {
    var rest = RandomHistory(seed: seed, count: 80).events[...]
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog()
    while !rest.isEmpty {
      let size = Int.random(in: 1...12, using: &generator)
      let head = try log.head()
      let preview = try log.preview(rest.prefix(size), today: today)
      try #require(try log.head() == head)
      try log.append(rest.prefix(size))
      rest = rest.dropFirst(size)
      try check(log, head, preview)
    }
  }
}
