import EventLog
import Foundation
import JSON
import Projections
import Stances
import TestSupport
import Testing

/// A list shown in parts is the list, however it is cut and whatever it is read from.
@Suite("Laws of lists in parts")
struct ListPartLawTests {
  @Test("the parts one after the other are the whole, in both directions", arguments: UInt64(1)...6)
  func chained(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let limit = Int.random(in: 1...40, using: &generator)
      let whole = try log.timeline(clocks).entries
      for isLookedUp in [true, false] {
        let said = "seed \(seed), \(clocks), by \(limit), looked up: \(isLookedUp)"
        var forward: [TimelineEntry] = []
        var next: String? = "0"
        while let cursor = next {
          let part = try log.part(
            cursor == "0" ? .first : .after(cursor), limit, clocks, isLookedUp)
          #expect(part.entries.count <= limit, "\(said)")
          #expect((part.more.before != nil) == !forward.isEmpty, "\(said)")
          forward += part.entries
          next = part.more.after
        }
        #expect(forward == whole, "\(said)")
        var backward: [TimelineEntry] = []
        var part = try log.part(.last, limit, clocks, isLookedUp)
        backward = part.entries
        while let cursor = part.more.before {
          part = try log.part(.before(cursor), limit, clocks, isLookedUp)
          #expect(part.more.after != nil, "\(said)")
          backward = part.entries + backward
        }
        #expect(backward == whole, "\(said)")
      }
    }
  }

  @Test(
    "looked up and read from all events, a part says the same, whatever is appended meanwhile",
    arguments: UInt64(1)...8)
  func interleaved(seed: UInt64) throws {
    try AnsweringLog.growing(seed: seed) { log, head, generator in
      let (looked, counted) = try log.read { reader in
        let view = LogView(
          of: reader, on: Clocks(to: .distantFuture, at: head), leastEventsForSpells: 1)
        return (try view.glance().types, try reader.status().types)
      }
      #expect(looked == counted, "seed \(seed), \(head)")
      for _ in 0..<4 {
        let earlier = Position(Int64.random(in: 1...head.number, using: &generator))
        let clocks = Clocks.random(
          at: Bool.random(using: &generator) ? head : earlier, using: &generator)
        let limit = Int.random(in: 1...20, using: &generator)
        let event = "\(Int64.random(in: 1...clocks.at.number, using: &generator))"
        for place in [TimelinePart.Place.first, .last, .before(event), .after(event)] {
          let looked = try said { try log.part(place, limit, clocks, true) }
          let read = try said { try log.part(place, limit, clocks, false) }
          #expect(looked == read, "seed \(seed), \(clocks), \(limit) of \(place)")
        }
      }
    }
  }

  @Test(
    "the parts of a board are all postures, no company is in two of them, and each counts all",
    arguments: UInt64(1)...6)
  func board(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 160).events)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let limit = Int.random(in: 1...5, using: &generator)
      let whole = try log.postures(clocks)
      let said = "seed \(seed), \(clocks), by \(limit)"
      for least in [1, nil] as [Int64?] {
        var shown: [Posture] = []
        var after: CompanyID?
        repeat {
          let part = try log.read {
            try LogView(of: $0, on: clocks, leastEventsForSpells: least)
              .postures(after: after, atMost: limit)
          }
          #expect(part.summary == PostureSummary(of: whole), "\(said)")
          #expect(
            Set(shown.map(\.company)).isDisjoint(with: part.shown.map(\.company)), "\(said)")
          #expect(part.more.after == nil || part.shown.count >= limit, "\(said)")
          shown += part.shown
          after = part.more.after.map(CompanyID.init(recorded:))
        } while after != nil
        #expect(shown == whole, "\(said)")
      }
    }
  }

  @Test(
    "of what addresses a company the last items are the last of all, however they are found",
    arguments: UInt64(1)...6)
  func pressure(seed: UInt64) throws {
    var rest = RandomHistory(seed: seed, count: 160).events[...]
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog()
    while !rest.isEmpty {
      try log.append(rest.prefix(40))
      rest = rest.dropFirst(40)
      for company in RandomHistory.companies.map(CompanyID.init(recorded:)) {
        let clocks = Clocks.random(at: try log.head(), using: &generator)
        let limit = Int.random(in: 1...8, using: &generator)
        func asked(_ limit: Int, _ isLookedUp: Bool) throws -> CompanyPressure {
          try log.read {
            try LogView(of: $0, on: clocks, leastEventsForSpells: isLookedUp ? 1 : nil)
              .pressure(on: company, atMost: limit)
          }
        }
        let all = try asked(.max, false)
        for isLookedUp in [true, false] {
          let few = try asked(limit, isLookedUp)
          #expect(
            few.items == all.items.suffix(limit),
            "seed \(seed), \(company), \(clocks), \(limit), looked up: \(isLookedUp)")
          #expect(few.isPart == (all.items.count > limit))
        }
      }
    }
  }

  @Test("a sector is the same however its letters are composed")
  func composedSector() throws {
    let (composed, decomposed) = ("\u{E9}nergie", "e\u{301}nergie")
    // In the order of bytes, farming is between the two.
    let sectors = [composed, decomposed, "energie", "farming"]
    let statements = sectors.enumerated().map { number, sector -> TestEvent in
      statement(
        by: "ministry", on: "2022-03-0\(number + 1)", to: ["sectors": .array([.string(sector)])])
    }
    let registrations = [company("total", sector: composed), body("ministry")]
    let log = try AnsweringLog(registrations + statements)
    for least in [1, nil] as [Int64?] {
      let pressure = try log.read {
        try LogView(
          of: $0, on: Clocks(to: Day(ordinal: 19_200), at: $0.head), leastEventsForSpells: least
        ).pressure(on: CompanyID(recorded: "total"), atMost: 5)
      }
      #expect(pressure.items.count == 2)
    }
    // One that contradicts itself would have been removed.
    #expect(FileManager.default.fileExists(atPath: log.spells.path))
  }

  @Test("a part that is looked up reads its own events, not the log's")
  func narrow() throws {
    let few = try statements(ofPartOf: 300)
    let many = try statements(ofPartOf: 1_200)
    // The measures are all in the answer, and so are more of them.
    func steps(_ statements: [StatementRun]) -> Int {
      statements.filter { $0.sql.contains("FROM event") && !$0.sql.contains("FROM subject") }
        .map(\.steps).reduce(0, +)
    }
    #expect(steps(many) < 2 * steps(few), "\(steps(few)) steps, then \(steps(many)): \(many)")
  }

  /// What SQLite does for the last five entries of a timeline.
  private func statements(ofPartOf count: Int) throws -> [StatementRun] {
    let log = try AnsweringLog(RandomHistory(seed: 3, count: count, hasNewFields: false).events)
    let clocks = Clocks(to: Day(ordinal: 30_000), at: try log.head())
    _ = try log.part(.last, 5, clocks, true)
    var statements: [StatementRun] = []
    let part = try log.read(observing: { statements.append($0) }) {
      try LogView(of: $0, on: clocks, leastEventsForSpells: 1)
        .timeline(TimelinePart(.last, limit: 5))
    }
    #expect(part.entries.count == 5)
    #expect(!statements.isEmpty)
    #expect(!statements.contains { $0.sql.hasSuffix("FROM event ORDER BY position") })
    #expect(!statements.contains { $0.sql.contains("FROM move") })
    return statements
  }
}

/// What is compared of a part.
private struct Said: Equatable {
  let entries: [TimelineEntry]
  let trade: [TradeFigure]
  let measures: [Measure]
  let unreadable: Int
  let more: ListCursors
}

/// What a part says, or why the question for it is refused.
private func said(_ part: () throws -> Timeline) throws -> Result<Said, QueryError> {
  do {
    let part = try part()
    return .success(
      Said(
        entries: part.entries, trade: part.trade, measures: part.measures,
        unreadable: part.unreadable, more: part.more))
  } catch let error as QueryError {
    return .failure(error)
  }
}

extension AnsweringLog {
  fileprivate func part(
    _ place: TimelinePart.Place, _ limit: Int, _ clocks: Clocks, _ isLookedUp: Bool
  ) throws -> Timeline {
    try read {
      try LogView(of: $0, on: clocks, leastEventsForSpells: isLookedUp ? 1 : nil)
        .timeline(TimelinePart(place, limit: limit))
    }
  }
}
