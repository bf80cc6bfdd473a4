import EventLog
import Foundation
import JSON
import Projections
import Stances
import TestSupport
import Testing

/// What a search of texts finds does not depend on what is known beforehand of where words are.
@Suite("Laws of text searches")
struct TextSearchLawTests {
  /// More than two blocks of events are looked up, and the rest is read.
  private static let count = 1_200

  @Test(
    "a search finds what counts and has the words, with the index and without, in parts and whole",
    arguments: UInt64(1)...2)
  func found(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let history = RandomHistory(seed: seed, count: Self.count).events.map {
      $0.saying(wordsOfTrees(&generator), wordsOfTrees(&generator))
    }
    let log = try AnsweringLog(history.prefix(Self.count - 140))
    var rest = history.dropFirst(Self.count - 140)
    while true {
      let head = try log.head()
      for _ in 0..<4 {
        let at = Bool.random(using: &generator) ? head : Position(.random(in: 1...head.number))
        let clocks = Clocks.random(at: at, using: &generator)
        let query = trees.shuffled(using: &generator).prefix(.random(in: 1...3, using: &generator))
          .map { String($0.prefix(.random(in: 4...6, using: &generator))) }
        // No other text has words that begin so.
        let said = "seed \(seed), \(clocks), \(query)"
        let expected = try log.saying(query, clocks)
        for isLookedUp in [true, false] {
          let limit = Int.random(in: 10...50, using: &generator)
          let whole = try log.found(query, clocks, atMost: Self.count, isLookedUp)
          #expect(whole.more.isWhole, "\(said)")
          let isRight = whole.shown.map(\.event) == expected
          #expect(isRight, "\(said), looked up: \(isLookedUp)")
          var (parts, before) = ([TextMatch](), nil as Position?)
          repeat {
            let part = try log.found(query, clocks, before: before, atMost: limit, isLookedUp)
            #expect(part.shown.count == limit || part.more.isWhole, "\(said)")
            parts += part.shown
            before = part.more.before.flatMap(Position.init)
          } while before != nil
          let isSame = parts == whole.shown
          #expect(isSame, "\(said), by \(limit), looked up: \(isLookedUp)")
        }
      }
      guard !rest.isEmpty else { return }
      try log.append(rest.prefix(70))
      rest = rest.dropFirst(70)
    }
  }

  @Test("of what the index knows, only the events are read that may have the words")
  func steps() throws {
    let history = RandomHistory(seed: 5, count: 1_300).events
    let log = try AnsweringLog(
      history.enumerated().map { place, event in
        event.saying(place == 600 ? "alder" : "birch", "")
      })
    let clocks = Clocks(to: .distantFuture, at: try log.head())
    func events(reading words: String) throws -> Int {
      // The first search makes the index.
      _ = try log.found([words], clocks, atMost: 5, true)
      var runs: [StatementRun] = []
      let found = try log.found([words], clocks, atMost: 5, true) { runs.append($0) }
      #expect(found.shown.count == (words == "alder" ? 1 : words == "birch" ? 5 : 0))
      return runs.filter { $0.sql.contains("FROM event") }.reduce(0) { $0 + $1.steps }
    }
    // Two whole blocks, and those after them; some ten steps an event.
    let rest = history.count % 512
    let most = 12
    #expect(try events(reading: "rowan") <= rest * most)
    #expect(try events(reading: "alder") <= (rest + 512) * most)
    #expect(try events(reading: "birch") <= rest * most)
  }

  @Test("whatever becomes of the index, a search finds the same")
  func damaged() throws {
    var generator = SeededGenerator(seed: 4)
    let history = RandomHistory(seed: 4, count: 1_100).events.map {
      $0.saying(wordsOfTrees(&generator), wordsOfTrees(&generator))
    }
    let log = try AnsweringLog(history)
    let clocks = Clocks(to: .distantFuture, at: try log.head())
    let query = ["alder"]
    let right = try log.found(query, clocks, atMost: 2_000, false)
    try #require(right.shown.count > 20)
    try #require(try log.found(query, clocks, atMost: 2_000, true) == right)
    let sound = try Data(contentsOf: log.spells)
    let places = sound.indices.filter { sound[$0...].starts(with: Data("alder".utf8)) }
    try #require(places.count >= 2)
    for place in places {
      for offset in [-1, 0, 3, 5] {
        var bytes = sound
        bytes[place + offset] ^= 1
        try bytes.write(to: log.spells)
        #expect(
          try log.found(query, clocks, atMost: 2_000, true) == right, "byte \(place + offset)")
      }
    }
  }
}

/// The words that only notes have.
private let trees = ["alder", "rowan", "birch", "maple", "linden", "poplar", "juniper", "larch"]

private func wordsOfTrees(_ generator: inout SeededGenerator) -> String {
  trees.shuffled(using: &generator).prefix(.random(in: 0...2, using: &generator))
    .joined(separator: " and ")
}

extension TestEvent {
  /// The same event with a note and, in the replacement of a correction, another one.
  fileprivate func saying(_ note: String, _ other: String) -> TestEvent {
    let noted = note.isEmpty ? self : with("note", note)
    guard !other.isEmpty, case .object(let members) = json,
      case .object(let content)? = members.first(where: { $0.name == "replacement" })?.value
    else { return noted }
    let kept = content.filter { $0.name != "note" }
    return noted.with("replacement", .object(kept + [(name: "note", value: .string(other))]))
  }
}

extension AnsweringLog {
  fileprivate func found(
    _ words: [String], _ clocks: Clocks, before: Position? = nil, atMost limit: Int,
    _ isLookedUp: Bool, observing observe: ((StatementRun) -> Void)? = nil
  ) throws -> TextMatches {
    try read(observing: observe) {
      try LogView(of: $0, on: clocks, leastEventsForSpells: isLookedUp ? 1 : nil)
        .textMatches(
          of: TextQuery(words.joined(separator: " ")), before: before, atMost: limit)
    }
  }

  /// The events that count and whose notes have words that begin so, and the amendments whose own
  /// notes do, those recorded last first: by reading everything.
  fileprivate func saying(_ words: [String], _ clocks: Clocks) throws -> [EventID] {
    try read { reader in
      let events = try reader.events()
      let known = KnownEvents(
        RecordedEvents(events, amendments: try reader.amendments()), on: clocks)
      let counting = Dictionary(
        uniqueKeysWithValues: known.reached.map { ($0.correctedBy ?? $0.event.id, $0.event) })
      return events.reversed().filter { $0.position <= clocks.at }.compactMap { recorded in
        if let content = counting[recorded.id], content.note.has(words) { return content.id }
        guard let event = recorded.event, event.content.type.isAmendment,
          clocks.couldKnow(event.published), event.note.has(words)
        else { return nil }
        return event.id
      }
    }
  }
}

extension String? {
  fileprivate func has(_ starts: [String]) -> Bool {
    let words = (self ?? "").split(separator: " ")
    return starts.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
  }
}
