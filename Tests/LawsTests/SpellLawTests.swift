import EventLog
import Foundation
import Projections
import Stances
import TestSupport
import Testing

/// The spells beside a log change no answer, whatever state their file is in.
@Suite("Laws of the spells beside a log")
struct SpellLawTests {
  @Test(
    "with and without them the answers are the same, whatever is appended meanwhile",
    arguments: UInt64(1)...8)
  func interleaved(seed: UInt64) throws {
    try AnsweringLog.growing(seed: seed) { log, head, generator in
      for _ in 0..<3 {
        let earlier = Position(Int64.random(in: 1...head.number, using: &generator))
        let old = Clocks.random(
          at: Bool.random(using: &generator) ? head : earlier, using: &generator)
        let new = Clocks.random(at: head, using: &generator)
        for clocks in [old, new] + clocksByDefault(old, new) {
          let looked = try log.asked(clocks, since: new, looking: true)
          let folded = try log.asked(clocks, since: new, looking: false)
          #expect(looked == folded, "seed \(seed), \(clocks) since \(new)")
        }
      }
    }
  }

  @Test("what is known at the head is looked up, and no move is read", arguments: UInt64(1)...4)
  func lookedUp(seed: UInt64) throws {
    // No company merges in these.
    let log = try AnsweringLog(RandomHistory(seed: seed, hasNewFields: false).events)
    var clocks = Clocks(to: Day(ordinal: 19_200), at: try log.head())
    let first = try log.asked(clocks, since: clocks, looking: true)
    for ordinal in [19_000, 19_100, 19_200, 19_900] {
      clocks.to = Day(ordinal: ordinal)
      var statements: [String] = []
      try log.read(observing: { statements.append($0.sql) }) {
        _ = try LogView(of: $0, on: clocks, leastEventsForSpells: 1).postures()
      }
      #expect(!statements.isEmpty)
      #expect(!statements.contains { $0.contains("FROM move") }, "seed \(seed), \(ordinal)")
    }
    #expect(!first.postures.isEmpty, "seed \(seed)")
    var statements: [String] = []
    try log.read(observing: { statements.append($0.sql) }) {
      _ = try LogView(of: $0, on: clocks, leastEventsForSpells: 1).folded.postures()
    }
    #expect(statements.contains { $0.contains("FROM move") })
  }

  @Test("a file that is damaged, cut off, of another log or gone is of no consequence")
  func damaged() throws {
    let log = try AnsweringLog(RandomHistory(seed: 5, count: 90).events)
    let other = try AnsweringLog(RandomHistory(seed: 6, count: 90).events)
    let clocks = Clocks(to: Day(ordinal: 19_200), at: try log.head())
    let before = Clocks(to: Day(ordinal: 19_100), at: try log.head())
    let right = try log.asked(clocks, since: before, looking: false)
    _ = try other.asked(Clocks(to: clocks.to, at: try other.head()), since: before, looking: true)
    try #require(try log.asked(clocks, since: before, looking: true) == right)
    let sound = try Data(contentsOf: log.spells)
    var generator = SeededGenerator(seed: 1)
    func check(_ bytes: Data?, _ what: String) throws {
      try? FileManager.default.removeItem(at: log.spells)
      try bytes?.write(to: log.spells)
      #expect(try log.asked(clocks, since: before, looking: true) == right, "\(what)")
      #expect(
        try log.asked(before, since: clocks, looking: true).postures
          == log.asked(before, since: clocks, looking: false).postures, "\(what)")
    }
    for _ in 0..<80 {
      let place = Int.random(in: 0..<sound.count, using: &generator)
      let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      var bytes = sound
      bytes[place] ^= bit
      try check(bytes, "bit \(bit) of byte \(place)")
    }
    for length in [0, 1, 100, 4_096, sound.count / 2, sound.count - 1] {
      try check(sound.prefix(length), "cut off at \(length)")
    }
    try check(nil, "gone")
    try check(Data(contentsOf: other.spells), "of another log")
    try check(Data("not a database".utf8), "no database")
  }

  /// The same queries under today's rules as they are by default, which spells are for.
  private func clocksByDefault(_ queries: Clocks...) -> [Clocks] {
    queries.map { Clocks(to: $0.to, knownBy: $0.knownBy, at: $0.at) }
      + queries.map { Clocks(to: $0.to, at: $0.at) }
  }
}

/// What a log answers about all companies.
private struct Asked: Equatable {
  let postures: [Posture]
  let changes: [PostureChange]
  /// Some of the last entries of the timeline.
  let entries: [TimelineEntry]
}

extension AnsweringLog {
  /// All postures, and what changed since another query.
  fileprivate func asked(_ clocks: Clocks, since before: Clocks, looking: Bool) throws -> Asked {
    try read { reader in
      let view = LogView(of: reader, on: clocks, leastEventsForSpells: looking ? 1 : nil)
      return Asked(
        postures: try view.postures(), changes: try view.difference(from: before).postures,
        entries: try view.timeline(TimelinePart(.last, limit: 12)).entries)
    }
  }
}
