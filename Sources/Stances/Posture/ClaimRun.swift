/// The unbroken run of winning claims about conduct at one level, as the fold builds it.
struct ClaimRun {
  /// One winning claim.
  struct Claim {
    let position: Position
    let day: DayRange
    let grade: GradeRank
    let isCredible: Bool
    let isDeclared: Bool
    let isDefence: Bool
    let isEffective: Bool
    let isSeizure: Bool
  }

  let level: Level
  private(set) var claims: [Claim] = []
  /// Whether a credible claim won: from then on no weak one does.
  private(set) var isCredible = false
  /// Whether a credible report by others won: from then on no defence does.
  private(set) var isCrediblyReported = false

  init(level: Level) {
    self.level = level
  }

  mutating func append(_ move: Move) {
    let credible = move.isCredible
    let declared = move.isDeclared
    claims.append(
      Claim(
        position: move.position, day: move.occurred,
        grade: move.grade, isCredible: credible, isDeclared: declared, isDefence: move.isDefence,
        isEffective: move.act == .due || move.act == .since, isSeizure: move.act == .seizure))
    isCredible = isCredible || credible
    isCrediblyReported = isCrediblyReported || (credible && !declared)
  }

  /// The claims that count: all, or those from the first credible one on.
  var counted: ArraySlice<Claim> {
    guard isCredible, let first = claims.firstIndex(where: \.isCredible) else { return claims[...] }
    return claims[first...]
  }
}

/// The claims at other levels than `operating` that a defence may still have to stand beside.
///
/// A fold passes claims in order of their first day; those older than the window are forgotten, so
/// that memory does not grow with the length of a company's history.
struct RecentClaims {
  /// One claim that says something else than `operating`.
  struct Claim {
    let position: Position
    let level: Level
    let earliest: Day
  }

  private var claims: [Claim] = []
  private var head = 0

  mutating func append(_ claim: Claim) {
    let cutoff = claim.earliest.adding(days: -PostureRules.daysBeforeDefence)
    while head < claims.count, claims[head].earliest < cutoff { head += 1 }
    if head > 64, head > claims.count / 2 {
      claims.removeFirst(head)
      head = 0
    }
    claims.append(claim)
  }

  /// The claims of the window before a day.
  func before(_ day: Day) -> [Claim] {
    let cutoff = day.adding(days: -PostureRules.daysBeforeDefence)
    return claims[head...].filter { $0.earliest >= cutoff }
  }
}

/// Why a move did not set what a company says or does.
package enum OverrulingRule: String, Term {
  /// A weak claim never displaces a credible one.
  case weakClaim = "weak_claim"
  /// A defence never displaces what is credibly reported: deeds outrank words.
  case defence
  /// A claim of the 60 days before a defence that now stands.
  case beforeDefence = "before_defence"
  /// The company denied an event of the run, or denied something since the run began.
  case denial
  /// A pledge that a later word of the company cancelled before its due day.
  case cancelledPledge = "cancelled_pledge"
  /// A later claim or word took its place.
  case superseded
  /// Declining to comment counts only against silence.
  case declinedAfterWord = "declined_after_word"
  /// A denial does not displace a standing announcement.
  case standingWord = "standing_word"
  /// Without a level it moves nothing.
  case noLevel = "no_level"

  /// The rule as a sentence for readers.
  package var sentence: String {
    switch self {
    case .weakClaim: "a weak claim never displaces a credible one"
    case .defence: "a defence never displaces what is credibly reported"
    case .beforeDefence: "claimed in the 60 days before the defence that now stands"
    case .denial: "the company denies it"
    case .cancelledPledge: "a later word of the company cancelled the pledge before its due day"
    case .superseded: "a later one took its place"
    case .declinedAfterWord: "declining to comment counts only against silence"
    case .standingWord: "a denial does not displace a standing announcement"
    case .noLevel: "without a level it moves nothing"
    }
  }
}
