import EventLog
import Foundation
import Projections
import Stances
import TestSupport
import Testing

/// A fold that begins at a kept state comes to what it comes to from the first move.
@Suite("Laws of the states that folds begin at")
struct FoldStateLawTests {
  @Test("from every state a fold goes on as from the first move", arguments: UInt64(1)...12)
  func goesOn(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 200).events)
    var generator = SeededGenerator(seed: seed)
    try log.read { reader in
      let (head, amendments) = (try reader.head, try reader.amendments())
      var checked = 0
      for moves in try reader.movesBySubject() {
        let states = FoldStates(of: moves, amendedBy: amendments, at: head, every: 3).states
        for state in states {
          for clocks in clocks(sharing: state, at: head, using: &generator) {
            let acting = ActingAmendments(amendments, within: clocks)
            let counted = moves.filter {
              clocks.includes($0) && acting.source(of: $0.position) == $0.source
            }
            var whole = PostureFold(by: .current)
            for move in counted { whole.apply(move) }
            var rest = try #require(state.fold.withUnsafeBytes { PostureFold(encoded: $0) })
            for move in counted where move.occurred.earliest > state.day { rest.apply(move) }
            #expect(rest.isEmpty == whole.isEmpty, "seed \(seed), \(clocks)")
            #expect(
              rest.finding(on: clocks) == whole.finding(on: clocks),
              "seed \(seed), from \(state.day) on, \(clocks)")
            checked += 1
          }
        }
      }
      #expect(checked > 200, "seed \(seed)")
    }
  }

  @Test("in a long history the answers are the same with them", arguments: UInt64(1)...3)
  func longHistory(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 700).events)
    var generator = SeededGenerator(seed: seed)
    let head = try log.head()
    var read = (with: 0, without: 0)
    for _ in 0..<30 {
      let (one, other) = (
        Clocks.random(at: head, using: &generator), Clocks.random(at: head, using: &generator)
      )
      let before = Clocks(to: one.to, knownBy: one.knownBy, at: head)
      let after = Clocks(
        to: Bool.random(using: &generator) ? one.to : other.to,
        knownBy: Bool.random(using: &generator) ? one.knownBy : other.knownBy, at: head)
      let looked = try log.asked(after, since: before, leastEvents: 1)
      let folded = try log.asked(after, since: before, leastEvents: nil)
      #expect(looked.postures == folded.postures, "seed \(seed), \(after)")
      #expect(looked.changes == folded.changes, "seed \(seed), \(after) since \(before)")
      read.with += looked.steps
      read.without += folded.steps
    }
    #expect(read.with * 2 < read.without, "seed \(seed), \(read)")
  }

  @Test("a bit of the file that is not as it was written is of no consequence")
  func damaged() throws {
    let log = try AnsweringLog(RandomHistory(seed: 5, count: 500).events)
    let head = try log.head()
    let (one, other) = (Day(ordinal: 19_150), Day(ordinal: 19_200))
    let clocks = Clocks(to: one, knownBy: one, at: head)
    let before = Clocks(to: one, knownBy: other, at: head)
    let right = try log.asked(clocks, since: before, leastEvents: nil)
    _ = try log.asked(clocks, since: before, leastEvents: 1)
    let sound = try Data(contentsOf: log.spells)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      let place = Int.random(in: 0..<sound.count, using: &generator)
      var bytes = sound
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      try bytes.write(to: log.spells)
      let looked = try log.asked(clocks, since: before, leastEvents: 1)
      #expect(looked.postures == right.postures, "byte \(place)")
      #expect(looked.changes == right.changes, "byte \(place)")
    }
  }

  /// Random queries that count of the moves up to a state's day what the state does.
  private func clocks(
    sharing state: FoldState, at head: Position, using generator: inout SeededGenerator
  ) -> [Clocks] {
    let known = state.until.map { $0.adding(days: -1) }
    var clocks = [Clocks(to: state.day, knownBy: known, at: head)]
    for days in [1, 40, 400] {
      let to = state.day.adding(days: Int.random(in: 0...days, using: &generator))
      clocks.append(Clocks(to: to, knownBy: known, at: head))
      clocks.append(
        Clocks(to: to, knownBy: state.known.isOpenEnd ? known : state.known, at: state.touched))
    }
    return clocks
  }
}

extension LogReader {
  /// The moves of each company in each market, in fold order.
  fileprivate func movesBySubject() throws -> [[Move]] {
    var found: [[Move]] = []
    var last: (company: CompanyKey, market: Market)?
    try forEachMove { company, market, move in
      if last?.company != company || last?.market != market { found.append([]) }
      last = (company, market)
      found[found.count - 1].append(move)
    }
    return found
  }
}

extension AnsweringLog {
  /// All postures, what changed since another query, and how many steps the reading of moves took.
  fileprivate func asked(
    _ clocks: Clocks, since before: Clocks, leastEvents: Int64?
  ) throws -> (postures: [Posture], changes: [PostureChange], steps: Int) {
    var steps = 0
    let answers = try read(
      observing: { if $0.sql.contains("FROM move") { steps += $0.steps } },
      { reader in
        let view = LogView(of: reader, on: clocks, leastEventsForSpells: leastEvents)
        return (try view.postures(), try view.difference(from: before).postures)
      })
    return (answers.0, answers.1, steps)
  }
}
