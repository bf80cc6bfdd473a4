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
    var previewed: (previous: Position, preview: AppendPreview)?
    let look = { (log: AnsweringLog, next: ArraySlice<TestEvent>) in
      let head = try log.head()
      previewed = (head, try log.preview(next, today: today))
      try #require(try log.head() == head)
    }
    try AnsweringLog.growing(seed: seed, before: look) { log, head, _ in
      let (previous, preview) = try #require(previewed)
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
