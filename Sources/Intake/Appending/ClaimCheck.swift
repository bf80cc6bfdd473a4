import EventLog
import Stances

/// Which words and claims of an append do not count in a company's posture, and by which rule.
///
/// After the last event of the append each company is folded once, by today's rules, with all that
/// the log then has, corrections and retractions among it. That a later event takes the place of an
/// earlier one is no remark: only what a rule sets aside because of how it is. A company that merged
/// into another is folded by itself.
struct ClaimCheck {
  /// What is said of one event.
  struct Remark {
    /// The event of the append.
    let position: Position
    /// Where it was given.
    let place: IntakeError.Place
    /// What does not count, and by which rule.
    let sentence: String
    /// The event that stands where it does not, if there is one.
    var against: Position?
    /// Whether nothing of the event counts, though it does not say so itself.
    let isWarning: Bool
  }

  /// An append of more events is an import, and no one reads what is said of each.
  static let eventLimit = 1_000
  /// No more moves are read, however long the histories are: others wait for the log meanwhile.
  static let moveLimit = 20_000

  private var places: [Position: IntakeError.Place] = [:]
  private var companies: Set<CompanyID> = []
  private var isImport = false

  /// Follows an event that was taken in, if it is a company's.
  mutating func follow(_ event: Event, at position: Position, from place: IntakeError.Place) {
    guard !isImport, !event.content.type.isRegistration, let company = event.content.company else {
      return
    }
    isImport = places.count == Self.eventLimit
    if isImport {
      (places, companies) = ([:], [])
    } else {
      places[position] = place
      companies.insert(company)
    }
  }

  /// What is said of the events followed, in their order.
  func remarks(in log: LogReader) throws -> [Remark] {
    guard !places.isEmpty else { return [] }
    let clocks = Clocks(to: .distantFuture, at: try log.head)
    let acting = ActingAmendments(try log.amendments(), within: clocks)
    var found: [Remark] = []
    var open: History?
    var read = 0
    do {
      try log.forEachMove(of: Array(companies)) { company, market, move in
        read += 1
        guard read <= Self.moveLimit else { throw Enough() }
        if open?.company != company || open?.market != market {
          found += open?.remarks() ?? []
          open = History(company: company, market: market)
        }
        guard acting.source(of: move.position) == move.source else { return }
        open?.take(move, from: places[move.source])
      }
      found += open?.remarks() ?? []
    } catch is Enough {}
    return found.sorted { $0.position < $1.position }
  }

  /// Ends the reading of moves.
  private struct Enough: Error {}
}

/// The moves of one company in one market, and which of them the append brought.
private struct History {
  let company: CompanyKey
  let market: Market
  private var fold = PostureFold(by: .current, tracing: true)
  /// By the event that a decision names: the event of the append with its content.
  private var followed: [Position: (source: Position, place: IntakeError.Place)] = [:]

  init(company: CompanyKey, market: Market) {
    (self.company, self.market) = (company, market)
  }

  mutating func take(_ move: Move, from place: IntakeError.Place?) {
    fold.apply(move)
    if let place { followed[move.position] = (move.source, place) }
  }

  func remarks() -> [ClaimCheck.Remark] {
    guard !followed.isEmpty else { return [] }
    var fold = fold
    fold.finish()
    let decisions = Dictionary(
      grouping: fold.decisions.filter { followed[$0.position] != nil }, by: \.position)
    return followed.compactMap { position, event in
      remark(on: decisions[position] ?? [], source: event.source, place: event.place)
    }
  }

  /// What is said of one event: its claim on conduct before its word.
  private func remark(
    on decisions: [Decision], source: Position, place: IntakeError.Place
  ) -> ClaimCheck.Remark? {
    let overruled = decisions.filter { $0.overruledBy?.setsAside != nil }
    guard
      let decision = overruled.first(where: { $0.field == .conduct }) ?? overruled.first,
      let rule = decision.overruledBy, let reach = rule.setsAside
    else { return nil }
    let isWord = decisions.contains { $0.overruledBy == nil }
    let counts = isWord ? "is a word and not what the company does" : "does not count"
    return ClaimCheck.Remark(
      position: source, place: place,
      sentence: "in \(market.code) it \(counts): \(rule.sentence) (\(rule.rawValue))",
      against: rule.isAboutItself ? nil : decision.against, isWarning: !isWord && reach == .unseen)
  }
}

extension OverrulingRule {
  /// How a rule sets an event aside.
  fileprivate enum SettingAside {
    /// Who records the event may not see it coming.
    case unseen
    /// The event itself says what it is.
    case asSaid
  }

  /// Whether it looks at the event alone, not at what stands beside it.
  fileprivate var isAboutItself: Bool {
    switch self {
    case .noLevel, .conditional, .windDown, .notItsWord: true
    default: false
    }
  }

  /// How the rule sets an event aside because of how that is; nil if it does so because of what
  /// came later, or if the event is evidence against what won.
  fileprivate var setsAside: SettingAside? {
    switch self {
    case .weakClaim, .partOfBusiness, .observedPeriod, .defence, .ownConduct, .repeatedWord,
      .doneAlready, .noLevel:
      .unseen
    case .exception, .conditional, .windDown, .declinedAfterWord: .asSaid
    case .beforeDefence, .conflictingReport, .overlappingReport, .sameDay, .denial, .dueDay,
      .cancelledPledge, .trimmedWeak, .superseded, .standingWord, .notItsWord:
      nil
    }
  }
}
