import EventLog
package import Stances

/// How long after a measure each company that it addresses moved, as one query answers it.
///
/// That a move came after a measure does not say that it came because of it.
package struct MeasureResponses: Hashable, Sendable {
  /// The key of the measure.
  package let key: MeasureKey
  /// The measure on the day of the query; nil if none of its steps counts by then.
  package let measure: Measure?
  /// Each company that it addresses in each of its markets, by company and market.
  package let companies: [InMarket]
  /// How many companies it addresses as parts of a class and has nothing recorded of there.
  package let unrecorded: Int

  /// One company that the measure addresses, in one market.
  package struct InMarket: Hashable, Sendable {
    /// The company.
    package let company: CompanyID
    /// Its name for readers.
    package let name: String
    /// How the measure addresses it; the narrowest way.
    package let way: Addressees.Way
    /// The market; nil for a company of which nothing is recorded in any market of the measure.
    package let market: Market?
    /// What followed its being announced and, if that came on another day, its being in force.
    package let starts: [Start]
  }

  /// A day of the measure from which is counted.
  package struct Start: Hashable, Sendable {
    /// What the measure then did.
    package let kind: Kind
    /// The day, as given.
    package let date: FuzzyDate
    /// The step that addresses the company first.
    package let event: EventID
    /// What became of what the company says.
    package let word: Response
    /// What became of what it does.
    package let deed: Response
  }

  /// What a measure did on a day.
  package enum Kind: String, Term {
    /// A step first addressed the company.
    case announced
    /// The measure was in force and addressed the company.
    case inForce = "in_force"
    /// Both on one day.
    case both
  }

  /// What became of one side, word or deed, from a day on.
  package struct Response: Hashable, Sendable {
    /// The first move that may have come on the day or later; nil if there was none.
    package let move: Move?
    /// The days from the measure to that move; without one, to the day of the query.
    package let days: Span
    /// The last move that surely came before.
    package let earlier: Move?
  }

  /// A number of days, of which a bound that no one knows is nil.
  package struct Span: Hashable, Sendable {
    /// At least so many; below zero the move may have come first.
    package let least: Int?
    /// At most so many.
    package let most: Int?
  }

  /// A change of what a company says, or of what it does.
  package struct Move: Hashable, Sendable {
    /// The date of what counts since, as given.
    package let since: FuzzyDate
    /// What it said or did until then.
    package let before: State
    /// What it says or does since.
    package let after: State
    /// The events that it rests on.
    package let events: [EventID]
  }

  /// A word or a deed.
  package struct State: Hashable, Sendable {
    /// The kind of word; nil for a deed.
    package let voice: VoiceKind?
    /// The level; nil for a word that names none, and for a deed that is not known.
    package let level: Level?
  }
}

extension LogView {
  /// How long after a measure each company that it addresses moved.
  ///
  /// - Throws: ``QueryError/unknownMeasure(_:nearest:)`` for one that the log does not have.
  package func responses(to key: MeasureKey) throws -> MeasureResponses {
    try log.require([], [key], by: clocks.at)
    let known = try known([.measureSteps])
    guard let life = known.measureLives[key],
      let history = known.measureHistories().first(where: { $0.measure == key })
    else { return MeasureResponses(key: key, measure: nil, companies: [], unrecorded: 0) }
    let registrations = try registrations()
    let addressed = registrations.groups.compactMap { company, members -> AddressedByMeasure? in
      AddressedByMeasure(
        company, by: life, history,
        as: AddressedCompany(
          companies: members, registration: registrations.registration(of: company)),
        clocks)
    }
    let isByName = addressed.allSatisfy { $0.way == .name }
    let histories = Dictionary(
      grouping: try (isByName ? narrowed(to: addressed.map(\.company)) : self).postureHistories()
        .filter { life.applies(in: $0.market) }, by: \.company)
    var found: [MeasureResponses.InMarket] = []
    var unrecorded = 0
    for one in addressed.sorted(by: { $0.company < $1.company }) {
      let there = histories[one.company] ?? []
      let name = registrations.name(of: one.company)
      if there.isEmpty, one.way != .name { unrecorded += 1 }
      if there.isEmpty, one.way == .name {
        found.append(
          .init(company: one.company, name: name, way: one.way, market: nil, starts: []))
      }
      found += there.map { history in
        .init(
          company: one.company, name: name, way: one.way, market: history.market,
          starts: one.starts(in: history, upTo: clocks.to))
      }
    }
    return MeasureResponses(
      key: key, measure: history.measure(on: clocks.to), companies: found, unrecorded: unrecorded)
  }
}

extension MeasureLife {
  /// Whether it applies in a market; an act for markets at large does in each.
  fileprivate func applies(in market: Market) -> Bool {
    scope.markets.contains { $0 == market || $0.isAtLarge || market.isAtLarge }
  }
}

/// A company that a measure addresses, and since when.
private struct AddressedByMeasure {
  let company: CompanyID
  let way: Addressees.Way
  /// The steps that address it, in order.
  private let steps: [MeasureStep]
  /// Whether the measure is or was in force by the query's day.
  private let wasInForce: Bool
  /// Since when; nil if that is not known.
  private let forceSince: FuzzyDate?
  private let clocks: Clocks

  /// Nil for one that the measure does not address on the day of the query.
  init?(
    _ company: CompanyID, by life: MeasureLife, _ history: MeasureHistory,
    as target: AddressedCompany, _ clocks: Clocks
  ) {
    let steps = life.steps.filter {
      $0.bindsCompanies && target.way(in: $0.measure.addressees) != nil
    }
    guard let way = target.way(in: life.scope.addressees), !steps.isEmpty else { return nil }
    (self.company, self.way, self.steps, self.clocks) = (company, way, steps, clocks)
    let first = history.periods.first { $0.measure.status == .inForce }
    (wasInForce, forceSince) = (first != nil, first?.measure.since)
  }

  /// Since when the measure was in force and a step addressed the company; nil if never by the day of
  /// the query.
  private func force(since step: MeasureStep) -> FuzzyDate? {
    guard wasInForce else { return nil }
    let days = [step.day, forceSince].compactMap(\.self)
    let later = days.max { ($0.earliest, $0.latest) < ($1.earliest, $1.latest) }
    return later.flatMap { clocks.reach.day(reaching: $0) <= clocks.to ? $0 : nil }
  }

  /// What the company did after a step first addressed it in the market of a history.
  func starts(in history: PostureHistory, upTo day: Day) -> [MeasureResponses.Start] {
    let there = steps.first { step in
      step.measure.markets.contains { $0 == history.market || $0.isAtLarge }
    }
    guard let step = there ?? steps.first else { return [] }
    let moves = (word: history.moves(of: Self.word), deed: history.moves(of: Self.deed))
    func start(
      _ kind: MeasureResponses.Kind, _ date: FuzzyDate
    ) -> MeasureResponses.Start {
      MeasureResponses.Start(
        kind: kind, date: date, event: step.event,
        word: .init(among: moves.word, after: date, upTo: day),
        deed: .init(among: moves.deed, after: date, upTo: day))
    }
    guard let force = force(since: step) else { return [start(.announced, step.occurred)] }
    return force == step.occurred
      ? [start(.both, force)] : [start(.announced, step.occurred), start(.inForce, force)]
  }

  private typealias Side = (state: MeasureResponses.State, since: FuzzyDate?, events: [EventID])

  private static func word(_ posture: Posture) -> Side {
    (
      MeasureResponses.State(voice: posture.voice.kind, level: posture.voice.level),
      posture.voice.since, posture.voice.events
    )
  }

  private static func deed(_ posture: Posture) -> Side {
    (
      MeasureResponses.State(voice: nil, level: posture.conduct?.level), posture.conduct?.since,
      posture.conduct?.events ?? []
    )
  }
}

extension MeasureStep {
  /// Whether it says of an act that it comes or is there, and not that it ends or pauses.
  fileprivate var bindsCompanies: Bool {
    switch measure.phase {
    case .threatened, .proposed, .adopted, .inForce, .amended, .extended: true
    case .suspended, .lifted, .expired: false
    }
  }
}

extension PostureHistory {
  /// The changes of one side, from the start on; nothing was said or known before.
  fileprivate func moves(
    of side: (Posture) -> (state: MeasureResponses.State, since: FuzzyDate?, events: [EventID])
  ) -> [MeasureResponses.Move] {
    var before: MeasureResponses.State?
    return periods.compactMap { period in
      let now = side(period.posture)
      let silence = MeasureResponses.State(voice: now.state.voice.map { _ in .silent }, level: nil)
      let last = before ?? silence
      guard now.state != last, let since = now.since else { return nil }
      before = now.state
      return MeasureResponses.Move(
        since: since, before: last, after: now.state, events: now.events)
    }
  }
}

extension MeasureResponses.Response {
  /// The first of some moves, in order, that may have come on a day or later.
  fileprivate init(among moves: [MeasureResponses.Move], after start: FuzzyDate, upTo day: Day) {
    func span(to move: FuzzyDate) -> MeasureResponses.Span {
      MeasureResponses.Span(
        least: start.latest.days(until: move.earliest),
        most: start.earliest.days(until: move.latest))
    }
    let place = moves.firstIndex { span(to: $0.since).most.map { $0 >= 0 } ?? true }
    earlier = moves[..<(place ?? moves.endIndex)].last
    guard let place else {
      move = nil
      days = MeasureResponses.Span(
        least: start.latest.days(until: day).map { max(0, $0) },
        most: start.earliest.days(until: day))
      return
    }
    move = moves[place]
    days = span(to: moves[place].since)
  }
}
