import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// The laws of a log, each over random histories; a failure names the seed of its history.
@Suite("Laws of the log")
struct LogLawTests {
  @Test("the replay of a prefix is the answer at its last position", arguments: UInt64(1)...8)
  func prefix(seed: UInt64) throws {
    let history = RandomHistory(seed: seed).events
    let whole = try AnsweringLog(history)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let length = Int.random(in: 0...history.count, using: &generator)
      let prefix = try AnsweringLog(history.prefix(length))
      let clocks = Clocks.random(at: Position(length), using: &generator)
      #expect(
        try prefix.answers(clocks) == whole.answers(clocks),
        "seed \(seed), the first \(length) events, \(clocks)")
    }
  }

  @Test("later appends change no answer with an older position", arguments: UInt64(1)...8)
  func laterAppends(seed: UInt64) throws {
    var rest = RandomHistory(seed: seed, count: 90).events[...]
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog()
    var asked: [(instant: Timestamp, clocks: Clocks, answers: [String])] = []
    var now: Int64 = 0
    while !rest.isEmpty {
      let size = Int.random(in: 1...25, using: &generator)
      now += 1_000
      try log.append(rest.prefix(size), at: now)
      rest = rest.dropFirst(size)
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let instant = Timestamp(milliseconds: Int64.random(in: 0..<now, using: &generator))
      let (position, isFixed) = try log.position(at: instant)
      #expect(isFixed, "seed \(seed), \(instant)")
      var then = clocks
      then.at = position
      asked.append((instant, clocks, try log.answers(clocks) + log.answers(then)))
    }
    for (instant, clocks, answers) in asked {
      var then = clocks
      then.at = try log.position(at: instant).position
      #expect(
        try log.answers(clocks) + log.answers(then) == answers,
        "seed \(seed), \(clocks), \(instant)"
      )
    }
  }

  @Test(
    "the order of recording changes no answer on a day at equal knowledge",
    arguments: UInt64(1)...8)
  func order(seed: UInt64) throws {
    // Of two events alike in all dates the position may decide which is named first: here none are.
    let history = RandomHistory(seed: seed, style: .distinctPublication)
    var generator = SeededGenerator(seed: seed)
    let reordered = history.reordered(using: &generator)
    try #require(reordered.count == history.events.count, "seed \(seed)")
    try #require(reordered.map(\.id) != history.events.map(\.id), "seed \(seed)")
    let first = try AnsweringLog(history.events)
    let second = try AnsweringLog(reordered)
    for _ in 0..<12 {
      let clocks = Clocks.random(at: Position(reordered.count), using: &generator)
      #expect(
        try first.postures(clocks) == second.postures(clocks), "seed \(seed), \(clocks)")
    }
  }

  @Test("what is exported and imported again gives the same answers", arguments: UInt64(1)...8)
  func export(seed: UInt64) throws {
    let original = try AnsweringLog(RandomHistory(seed: seed).events)
    let copy = try AnsweringLog()
    try copy.append(original.exported())
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let clocks = Clocks.random(at: try original.head(), using: &generator)
      #expect(try copy.answers(clocks) == original.answers(clocks), "seed \(seed), \(clocks)")
    }
  }

  @Test("postures are the same with all captures taken out", arguments: UInt64(1)...8)
  func captures(seed: UInt64) throws {
    let history = RandomHistory(seed: seed).events
    var generator = SeededGenerator(seed: seed)
    var withCaptures: [TestEvent] = []
    for (number, event) in history.enumerated() {
      withCaptures.append(event)
      guard Bool.random(using: &generator) else { continue }
      let id = "kept-\(number)"
      withCaptures.append(capture(of: "https://example.org/\(number)", id: id))
      guard Bool.random(using: &generator) else { continue }
      withCaptures.append(retraction(of: id, published: "2022-03-01", id: "drop-\(number)"))
    }
    try #require(withCaptures.count > history.count, "seed \(seed)")
    let without = try AnsweringLog(history)
    let with = try AnsweringLog(withCaptures)
    for _ in 0..<6 {
      var clocks = Clocks.random(at: try without.head(), using: &generator)
      let postures = try without.postures(clocks)
      clocks.at = try with.head()
      #expect(try with.postures(clocks) == postures, "seed \(seed), \(clocks)")
    }
  }

  @Test("what changes step by step adds up to the replay of the last day", arguments: UInt64(1)...4)
  func steps(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed).events)
    var generator = SeededGenerator(seed: seed)
    var clocks = Clocks.random(at: try log.head(), using: &generator)
    clocks.to = try #require(Day(year: 2022, month: 7, day: 15))
    let first = try #require(Day(year: 2022, month: 1, day: 1))
    var live: [String: Posture] = [:]
    for step in try log.steps(clocks, from: first, by: .month) {
      for change in step.postures { live["\(change.company) \(change.market)"] = change.after }
    }
    let rebuilt = try log.postures(clocks)
    try #require(!rebuilt.isEmpty, "seed \(seed), \(clocks)")
    #expect(
      Set(live.values.map(Stand.init)) == Set(rebuilt.map(Stand.init)), "seed \(seed), \(clocks)")
  }

  @Test("a company's posture is the same asked alone and among all", arguments: UInt64(1)...6)
  func alone(seed: UInt64) throws {
    let log = try AnsweringLog(RandomHistory(seed: seed).events)
    var generator = SeededGenerator(seed: seed)
    let clocks = Clocks.random(at: try log.head(), using: &generator)
    let all = try log.postures(clocks)
    try #require(!all.isEmpty, "seed \(seed), \(clocks)")
    for company in Set(all.map(\.company)) {
      #expect(
        try log.postures(clocks, of: [company]) == all.filter { $0.company == company },
        "seed \(seed), \(clocks)")
    }
  }
}

/// What changes report of a posture: ages grow by themselves, and a run by more of the same.
private struct Stand: Hashable {
  private let company: CompanyID
  private let market: Market
  private let words: [String]

  init(_ posture: Posture) {
    company = posture.company
    market = posture.market
    words = [
      "\(posture.voice.kind) \(posture.voice.level?.term ?? "")",
      "\(posture.conduct?.level.term ?? "") \(posture.conduct?.basis.term ?? "")",
      "\(posture.conduct?.since.text ?? "") \(posture.conduct?.grade.code ?? "")",
      "\(posture.review.state) \(posture.reading) \(posture.gap ?? 0)",
      posture.contested.map(\.event.text).joined(separator: " "),
    ]
  }
}
