/// The unbroken run of winning claims about conduct at one level, as the fold builds it.
struct ClaimRun {
  /// One winning claim.
  struct Claim {
    let position: Position
    let day: DayRange
    let key: Move.DateKey
    let grade: GradeRank
    let isCredible: Bool
    let isDeclared: Bool
    let isDefence: Bool
    let isEffective: Bool
    /// Whether it says that the whole business was seized; nil for a claim that is no exit.
    let isSeizure: Bool?
    let isSilentReduction: Bool
    let lines: Lines
    let number: Int
  }

  /// What the company announced: a level, and of which lines.
  struct Word {
    let level: Level
    let lines: Lines
  }

  let level: Level
  var claims: [Claim] = []
  /// Whether a credible claim won: from then on no weak one does.
  var isCredible = false
  /// Whether a credible report by others won: from then on no defence does.
  var isCrediblyReported = false
  /// Whether a credible claim of the company's own won.
  var isCrediblyDeclared = false
  /// What the company had announced when the first credible report by others came out.
  var wordAtReport: Word?
  /// When that report came out, or the day that it is about if that is later.
  var reportPublished: Day?
  /// The last day of the intervals over which others credibly report this level.
  var observedUntil: Day?
  /// Whether some claim is about the whole business.
  var isAboutWhole = false
  /// Reports by others at other levels, shortly before the first one in the run.
  var conflicts: [RecentClaims.Claim] = []

  init(level: Level) {
    self.level = level
  }

  /// Takes in a winning claim.
  ///
  /// - Parameters:
  ///   - move: what claims.
  ///   - number: its number among all claims.
  ///   - word: what the company last announced, if an announcement is its voice.
  ///   - recent: the claims before this one.
  ///   - isSeizure: whether it says that the whole business was seized; nil if it is no exit.
  mutating func append(
    _ move: Move, number: Int, word: Word?, after recent: RecentClaims, isSeizure: Bool?
  ) {
    let credible = move.isCredible
    let declared = move.isDeclared
    // The weak reports before it no longer count, nor does what contradicted them.
    if credible, !isCredible { conflicts = [] }
    claims.append(
      Claim(
        position: move.position, day: move.occurred, key: move.dateKey,
        grade: move.grade, isCredible: credible, isDeclared: declared, isDefence: move.isDefence,
        isEffective: move.act == .due || move.act == .since, isSeizure: isSeizure,
        isSilentReduction: move.act == .silentReduction, lines: Lines(of: move), number: number))
    isCredible = isCredible || credible
    isAboutWhole = isAboutWhole || !move.isPartial
    isCrediblyDeclared = isCrediblyDeclared || credible && declared
    if credible, !declared {
      if !isCrediblyReported {
        wordAtReport = word
        reportPublished = max(move.published.earliest, move.occurred.earliest)
      }
      isCrediblyReported = true
      if move.isPeriod { observedUntil = max(observedUntil ?? move.lastDay, move.lastDay) }
    }
    if !declared, counted.count(where: { !$0.isDeclared }) == 1 {
      conflicts = recent.reports(against: move, otherThan: level)
    }
  }

  /// Takes note of the company's latest word, which may be from before the report came out; nil if
  /// that announces no level.
  mutating func hear(_ word: Word?, on day: Day) {
    if let reportPublished, day <= reportPublished { wordAtReport = word }
  }

  /// Whether the company declared a level that only a resumption or a report lifts.
  ///
  /// An announced exit is none: it is only a word until someone exits.
  var isOwnDeed: Bool { isCrediblyDeclared && level > .operating && level != .exiting }

  /// What the claims that count are about.
  var lines: Lines { counted.reduce(into: Lines()) { $0.formUnion($1.lines) } }

  /// The claims that count: all, or those from the first credible one on.
  var counted: ArraySlice<Claim> {
    guard isCredible, let first = claims.firstIndex(where: \.isCredible) else { return claims[...] }
    return claims[first...]
  }
}

/// The claims that later ones may still have to be seen beside.
///
/// A fold passes claims in order of their first day; those older than the longest window are
/// forgotten, so that memory does not grow with the length of a company's history.
struct RecentClaims {
  /// One claim.
  struct Claim {
    let position: Position
    let level: Level
    let earliest: Day
    /// Its number among all claims.
    let number: Int
    /// The last day of the interval that it covers; nil if it covers none.
    let until: Day?
    let isPartialWithdrawal: Bool
    let isReport: Bool
    let isCredible: Bool
    let sources: [UInt32]
  }

  private var claims: [Claim] = []
  private var head = 0
  /// Credible reports over an interval that had not ended when the run began.
  private(set) var lasting: [Claim] = []

  /// No claims yet.
  init() {}

  /// Claims that were taken in before.
  init(inReach claims: [Claim], lasting: [Claim]) {
    (self.claims, self.lasting) = (claims, lasting)
  }

  /// The claims of the longest window.
  var inReach: ArraySlice<Claim> { claims[head...] }

  /// Takes in a claim; the run, which it may have begun, began on that day.
  mutating func append(_ claim: Claim, runBegan: Day) {
    lasting.removeAll { $0.until.map { $0 < runBegan } ?? true }
    if claim.until != nil, claim.isReport, claim.isCredible { lasting.append(claim) }
    let cutoff = claim.earliest.adding(days: -RuleSet.daysBeforeDefence)
    while head < claims.count, claims[head].earliest < cutoff { head += 1 }
    if head > 64, head > claims.count / 2 {
      claims.removeFirst(head)
      head = 0
    }
    claims.append(claim)
  }

  /// The credible reports at other levels before a run's first claim whose intervals reach into it.
  func reaching(into first: ClaimRun.Claim, at level: Level) -> [Claim] {
    lasting.filter {
      $0.number < first.number && $0.level != level
        && $0.until.map { $0 >= first.day.earliest } ?? false
    }
  }

  /// The claims at another level than `operating` in the days before a defence.
  func before(_ day: Day) -> [Claim] {
    let cutoff = day.adding(days: -RuleSet.daysBeforeDefence)
    return inReach.filter { $0.level != .operating && $0.earliest >= cutoff }
  }

  /// The reports by other publishers that a report contradicts: as credible, a few days before it.
  func reports(against move: Move, otherThan level: Level) -> [Claim] {
    let cutoff = move.occurred.earliest.adding(days: -RuleSet.daysOfConflict)
    return inReach.filter {
      $0.isReport && $0.level != level && $0.earliest >= cutoff
        && $0.isCredible == move.isCredible && !$0.sources.contains(where: move.sources.contains)
    }
  }
}
