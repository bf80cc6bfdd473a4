import EventLog
import Projections
import Stances
import TestSupport
import Testing

/// What a choice leaves in is what is left of the whole when the rest is taken out by hand.
@Suite("Laws of choices")
struct ChoiceLawTests {
  @Test("postures, their courses and their calendar", arguments: UInt64(1)...10)
  func postures(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    var narrowed = 0
    for _ in 0..<12 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let choice = PostureChoice.random(using: &generator)
      let said = "seed \(seed), \(clocks), \(choice)"
      try log.read { reader in
        let whole = LogView(of: reader, on: clocks)
        let view = whole.choosing(choice, ContentChoice())
        let all = try whole.postures()
        let left = all.filter { choice.leaves($0) }
        narrowed += left.count < all.count && !left.isEmpty ? 1 : 0
        #expect(try view.postures() == left, "\(said)")
        let subjects = Set(left.map(\.subject))
        #expect(
          try view.postureHistories()
            == whole.postureHistories().filter { subjects.contains($0.subject) }, "\(said)")
        #expect(try view.board().postures == left, "\(said)")
        let part = try view.postures(after: nil, atMost: .max)
        #expect(part.shown == left && part.summary == PostureSummary(of: left), "\(said)")
        for (part, values) in try view.facets().counts {
          for (value, count) in values {
            let other = choice.setting(part, to: value)
            let found = try whole.choosing(other, ContentChoice()).postures()
            #expect(found.count == count && count > 0, "\(said), \(part) \(value)")
          }
        }
      }
    }
    #expect(narrowed > 0, "seed \(seed): no choice left out some and not all")
  }

  @Test("groups, by each rule", arguments: UInt64(1)...10)
  func groups(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let owned = ["bell", "cray"].map { company($0, sector: "telecoms").with("parent", "ada") }
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events + owned)
    var joined = 0
    for _ in 0..<12 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let rule = RollRule.allCases[Int.random(in: 0..<RollRule.allCases.count, using: &generator)]
      var choice = PostureChoice.random(using: &generator)
      choice.roll = rule
      let said = "seed \(seed), \(clocks), \(choice)"
      try log.read { reader in
        let whole = LogView(of: reader, on: clocks)
        let all = try whole.postures()
        let view = whole.choosing(choice, ContentChoice())
        let found = try view.postures()
        #expect(found.map(Standing.init) == choice.standings(among: all), "\(said)")
        joined += found.count { $0.group?.members.count ?? 0 > 1 }
        // But for the group, each is the posture of its company.
        for var posture in found {
          posture.group = nil
          #expect(all.contains(posture), "\(said)")
        }
        let part = try view.postures(after: nil, atMost: .max)
        #expect(part.shown == found && part.summary == PostureSummary(of: found), "\(said)")
        let named = try view.narrowed(to: ["cray"].compactMap(CompanyID.init)).postures()
        let head = all.first { $0.company.text == "cray" }.map { $0.parent ?? $0.company }
        #expect(head == nil || named == found.filter { $0.unit == head }, "\(said)")
        for (part, values) in try view.facets().counts {
          for (value, count) in values {
            let other = choice.setting(part, to: value)
            let found = try whole.choosing(other, ContentChoice()).postures()
            #expect(found.count == count && count > 0, "\(said), \(part) \(value)")
          }
        }
      }
    }
    #expect(joined > 0, "seed \(seed): no group had two companies")
  }

  @Test(
    "changes are those of postures that one of the two days has chosen", arguments: UInt64(1)...6)
  func changes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    for _ in 0..<12 {
      let after = Clocks.random(at: try log.head(), using: &generator)
      var before = after
      before.to = after.to.adding(days: -Int.random(in: 1...90, using: &generator))
      let choice = PostureChoice.random(using: &generator)
      try log.read { reader in
        let whole = try LogView(of: reader, on: after).difference(from: before)
        let view = LogView(of: reader, on: after).choosing(choice, ContentChoice())
        let left = whole.postures.filter { change in
          [change.before, change.after].contains { $0.map { choice.leaves($0) } ?? false }
        }
        #expect(
          try view.difference(from: before).postures == left, "seed \(seed), \(after), \(choice)")
      }
    }
  }

  @Test("an order puts the same postures in another order, and a part has the first of them")
  func order() throws {
    let log = try AnsweringLog(RandomHistory(seed: 5, count: 120).events)
    let clocks = Clocks(to: try Day(iso: "2022-06-01"), at: try log.head())
    try log.read { reader in
      let whole = try LogView(of: reader, on: clocks).postures()
      func ordered(_ order: PostureChoice.Order) throws -> [Posture] {
        var choice = PostureChoice()
        choice.order = order
        let view = LogView(of: reader, on: clocks).choosing(choice, ContentChoice())
        let found = try view.postures()
        #expect(Set(found) == Set(whole) && found.count == whole.count)
        #expect(try view.postures(after: nil, atMost: 2).shown == Array(found.prefix(2)))
        return found
      }
      let gaps = try ordered(.gap).map { $0.gap.map(abs) ?? -1 }
      #expect(gaps == gaps.sorted(by: >) && Set(gaps).count > 1)
      let ages = try ordered(.age).map { $0.age ?? .min }
      #expect(ages == ages.sorted(by: >))
      let since = try ordered(.since).map { $0.conduct?.since.earliest ?? .distantPast }
      #expect(since == since.sorted(by: >))
      let names = try ordered(.name).map(\.name)
      #expect(names == names.sorted())
    }
  }

  @Test("what happened, in whole and in parts, looked up or not", arguments: UInt64(1)...8)
  func happened(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let log = try AnsweringLog(RandomHistory(seed: seed, count: 120).events)
    var narrowed = 0
    for _ in 0..<12 {
      let clocks = Clocks.random(at: try log.head(), using: &generator)
      let contents = ContentChoice.random(using: &generator)
      let said = "seed \(seed), \(clocks), \(contents)"
      let isLookedUp = Bool.random(using: &generator)
      try log.read { reader in
        let whole = try LogView(of: reader, on: clocks).timeline()
        let view = LogView(
          of: reader, on: clocks, leastEventsForSpells: isLookedUp ? 1 : .max
        ).choosing(PostureChoice(), contents)
        let left = whole.entries.filter { contents.leaves($0) }
        narrowed += left.count < whole.entries.count && !left.isEmpty ? 1 : 0
        let found = try view.timeline()
        #expect(found.entries == left, "\(said)")
        #expect(
          try view.timeline(TimelinePart(.last, limit: 3)).entries == left.suffix(3), "\(said)")
        // A step can count before the day on which it was taken.
        var later = clocks
        later.to = .distantFuture
        let steps = Set(
          try LogView(of: reader, on: later).timeline().entries.filter { contents.leaves($0) }
            .map(\.event))
        #expect(
          found.measures == whole.measures.filter { $0.events.contains(where: steps.contains) },
          "\(said)")
        #expect(try view.measures().measures == found.measures, "\(said)")
      }
    }
    #expect(narrowed > 0, "seed \(seed): no choice left out some and not all")
  }
}

/// Which company stands for which group, where.
private struct Standing: Equatable {
  let group, company, market: String

  init(_ posture: Posture) {
    (group, company) = (posture.unit.text, posture.company.text)
    market = posture.market.code
  }

  init(group: String, _ posture: Posture) {
    (self.group, company, market) = (group, posture.company.text, posture.market.code)
  }
}

extension PostureChoice {
  /// Who stands for each group of one level, by what postures print.
  fileprivate func standings(among all: [Posture]) -> [Standing] {
    var asked = PostureChoice()
    asked.markets = markets
    (asked.countries, asked.sectors) = (countries, sectors)
    let places = Dictionary(grouping: all.filter { asked.leaves($0) }) {
      "\($0.parent ?? $0.company) \($0.market.code)"
    }
    return places.sorted { $0.key < $1.key }.compactMap { place, members in
      let fitting = roll == .any ? members.filter { leaves($0) } : members
      let known = fitting.filter { $0.conduct != nil }
      let depths = known.map { $0.conduct?.level.depth ?? 0 }
      let depth = roll == .worst ? depths.min() : depths.max()
      let standing =
        known.first { $0.conduct?.level.depth == depth } ?? fitting.first
      guard let standing, leaves(standing) else { return nil }
      return Standing(group: place.split(separator: " ").map(String.init)[0], standing)
    }
  }

  fileprivate static func random(using generator: inout SeededGenerator) -> PostureChoice {
    var choice = PostureChoice()
    choice.markets = generator.some(of: ["RU", "UA"].compactMap(Market.init(packing:)))
    choice.readings = generator.some(of: Reading.allCases)
    choice.levels = generator.some(of: Level.allCases)
    choice.bases = generator.some(of: Basis.allCases)
    choice.leastGrade =
      generator.some(of: ["A1", "B2", "C3", "F6"].compactMap(AdmiraltyGrade.init(code:))).first
    choice.isStale = Int.random(in: 0..<8, using: &generator) == 0
    choice.isContested = Int.random(in: 0..<8, using: &generator) == 0
    return choice
  }

  /// Whether a posture is left in, by what it prints.
  fileprivate func leaves(_ posture: Posture) -> Bool {
    let letters = posture.conduct.map { Array($0.grade.code) }
    let least = leastGrade.map { Array($0.code) }
    // What speaks for a claim, then what cannot be judged, then what speaks against it.
    let (reliable, credible) = (Array("ABCFDE"), Array("123645"))
    func isAtLeast(_ place: Int, _ order: [Character]) -> Bool {
      guard let least else { return true }
      guard let letters else { return false }
      return order.prefix { $0 != least[place] }.count
        >= order.prefix { $0 != letters[place] }.count
    }
    return (markets.isEmpty || markets.contains(posture.market))
      && (readings.isEmpty || readings.contains(posture.reading))
      && (levels.isEmpty || levels.contains { $0 == posture.conduct?.level })
      && (bases.isEmpty || bases.contains { $0 == posture.conduct?.basis })
      && isAtLeast(0, reliable) && isAtLeast(1, credible)
      && (!isStale || posture.stale != nil) && (!isContested || !posture.contested.isEmpty)
  }

  /// The choice with one value for a part.
  fileprivate func setting(_ part: PostureFacets.Part, to value: String) -> PostureChoice {
    var other = self
    switch part {
    case .market: other.markets = [Market(packing: value)].compactMap(\.self)
    case .reading: other.readings = [Reading(term: value)].compactMap(\.self)
    case .level: other.levels = [Level(term: value)].compactMap(\.self)
    case .basis: other.bases = [Basis(term: value)].compactMap(\.self)
    case .sector: other.sectors = [value.uppercased()]
    case .country: other.countries = [Market(packing: value)].compactMap(\.self)
    }
    return other
  }
}

extension ContentChoice {
  fileprivate static func random(using generator: inout SeededGenerator) -> ContentChoice {
    var choice = ContentChoice()
    choice.markets = generator.some(of: ["RU", "UA"].compactMap(Market.init(packing:)))
    choice.types = generator.some(of: [
      .publicAnnouncement, .silentReduction, .governmentMeasure, .denial, .pressure,
      .governmentStatement,
    ])
    choice.bodies = generator.some(of: [BodyID(recorded: "ministry")])
    choice.leastGrade =
      generator.some(of: ["A1", "B2", "C3"].compactMap(AdmiraltyGrade.init(code:))).first
    choice.first = generator.some(of: [Day(ordinal: 19_050), Day(ordinal: 19_100)]).first
    return choice
  }

  /// Whether an entry of the timeline is left in, by what it prints.
  fileprivate func leaves(_ entry: TimelineEntry) -> Bool {
    (markets.isEmpty || entry.markets.contains { $0.code == "INT" || markets.contains($0) })
      && (types.isEmpty || types.contains(entry.type))
      && (bodies.isEmpty || entry.body.map(bodies.contains) ?? false)
      && (first.map { $0 <= entry.occurred.latest } ?? true)
      && (leastGrade.map { least in entry.evidence.contains { $0.grade.isAtLeast(least) } } ?? true)
  }
}

extension SeededGenerator {
  /// Mostly none of some values, else a few of them.
  fileprivate mutating func some<Value>(of values: [Value]) -> [Value] {
    guard Int.random(in: 0..<3, using: &self) == 0 else { return [] }
    return Array(values.shuffled(using: &self).prefix(Int.random(in: 1...4, using: &self)))
  }
}
