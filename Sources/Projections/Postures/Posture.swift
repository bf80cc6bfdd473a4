import EventLog
package import Stances

/// Where one company stands in one market, in the answer to one query.
///
/// Every field names the events that set it. Dates are shown as they were given.
package struct Posture: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The company that it belongs to; nil if to none.
  package var parent: CompanyID?
  /// The group that it stands for; nil if it stands for the company alone.
  package var group: Group?
  /// The market that the posture is about.
  package let market: Market
  /// What the company says.
  package let voice: Voice
  /// What it does; nil for unknown.
  package let conduct: Conduct?
  /// The state of its compliance review.
  package let review: Review
  /// Announcements whose day is still ahead, earliest first.
  package let pledges: [Pledge]
  /// Voice depth − conduct depth; nil while conduct is unknown or the business was seized.
  package let gap: Int?
  /// What the gap between word and deed reads as.
  package let reading: Reading
  /// Whole days since the side that is ahead, word or deed, began; counted from its first
  /// possible day.
  package internal(set) var age: Int?
  /// The day by which the latest word is due, where it named one.
  package let due: FuzzyDate?
  /// The event that named that day.
  package var dueEvent: EventID?
  /// Whole days since the last possible due day.
  package internal(set) var overdue: Int?
  /// Whole days since the newest claim on conduct, if that is long ago.
  package internal(set) var stale: Int?
  /// The last day of that claim, if that is long ago.
  package var newestClaim: Day?
  /// The evidence that contradicts the conduct found, in fold order.
  package let contested: [Contest]
  /// The latest publication among all events that count.
  package let lastEvidence: FuzzyDate?

  /// A company with those that belong to it.
  package struct Group: Hashable, Sendable {
    /// The company that the others belong to.
    package let company: CompanyID
    /// Its name as registered last.
    package let name: String
    /// Those of which something is found in the market, in the order of their slugs.
    package let members: [CompanyID]
  }

  /// What a company says.
  package struct Voice: Hashable, Sendable {
    /// What kind of word the latest one is.
    package let kind: VoiceKind
    /// The level announced; nil for every other kind.
    package let level: Level?
    /// The depth of what is said; 0 unless a level was announced.
    package let depth: Int
    /// The date of the first word that says the same; nil for silence.
    package let since: FuzzyDate?
    /// The unbroken run of words that say the same.
    package let events: [EventID]
    /// On what the latest word depends; nil if on nothing.
    package var condition: String?
  }

  /// What a company does.
  package struct Conduct: Hashable, Sendable {
    /// The level of the winning claims.
    package let level: Level
    /// Whether all of them are the company's own.
    package let basis: Basis
    /// The best grade among the events of the run.
    package let grade: AdmiraltyGrade
    /// The date of the first of them, as given.
    package let since: FuzzyDate
    /// The unbroken run of winning claims at this level.
    package let events: [EventID]
    /// Whether the business was seized.
    package let seized: Bool
  }

  /// The state of its compliance review.
  package struct Review: Hashable, Sendable {
    /// Whether a review is open, concluded, or was never heard of.
    package let state: ReviewFinding.State
    /// The date of the first event that says so.
    package let since: FuzzyDate?
    /// What a concluded review came to.
    package let outcome: String?
    /// The events that say so.
    package let events: [EventID]
  }

  /// An announcement whose day has not come.
  package struct Pledge: Hashable, Sendable {
    /// The announcement.
    package let event: EventID
    /// The level it promises.
    package let level: Level
    /// The day by which it is promised, as given.
    package let due: FuzzyDate
  }

  /// Evidence that contradicts the conduct found.
  package struct Contest: Hashable, Sendable {
    /// The event that claims or denies.
    package let event: EventID
    /// The level claimed; nil for a denial.
    package let level: Level?
    /// The rule by which it did not win.
    package let rule: OverrulingRule
  }
}

extension VoiceKind {
  /// The level that words of this kind speak of, which gives them a tone in pictures; nil if of none.
  package func shownLevel(announcing level: Level?) -> Level? {
    switch self {
    case .announced: level
    case .defended, .reversed: .operating
    case .silent, .declined, .spoke, .denied: nil
    }
  }
}

extension Posture.Voice {
  /// The level that the words speak of; nil if of none.
  package var shownLevel: Level? { kind.shownLevel(announcing: level) }
}

extension Posture {
  /// About how many bytes of memory a posture takes, with its place in an answer's own form.
  static let estimatedBytes = 4_096
}

extension LogView {
  /// Every posture that the log holds something about, by company and market.
  ///
  /// Looked up in the spells beside the log, or folded in one straight scan: memory grows with the
  /// answer, not with the log.
  package func postures() throws -> [Posture] {
    var findings: [FoundPosture] = []
    try forEachFinding { findings.append($0) }
    return choice.order.sorted(try named(findings)) { ($0.unit, $0.unitName, $0.market, $0.size) }
  }

  /// Findings as postures, in the same order.
  func named(_ findings: [FoundPosture]) throws -> [Posture] {
    for _ in findings { try log.gather(Posture.estimatedBytes) }
    let kept = try SpellIndex(for: self)?.details(of: findings) ?? []
    let detailed = findings.enumerated().map { place, found in
      (found, details: place < kept.count ? kept[place] : nil)
    }
    var references = EventReferences()
    for (found, details) in detailed where details == nil { references.insert(try found.finding) }
    let details = try EventDetails(of: references, in: self)
    let names = try companyNames()
    return try detailed.map { try Posture($0, details: $1 ?? details, names: names) }
  }

  /// Passes the finding for each company and market of which some move counts and that the view
  /// asks for, in no order.
  func forEachFinding(_ body: (FoundPosture) throws -> Void) throws {
    if let rule = choice.roll { return try standings(by: rule).forEach(body) }
    guard let chosen = try chosen() else { return try forAllFindings(body) }
    try forAllFindings { if try chosen.admits($0) { try body($0) } }
  }

  /// Passes those that the view does not ask for, too.
  func forAllFindings(_ body: (FoundPosture) throws -> Void) throws {
    guard let spells = try SpellIndex(for: self)?.findings() else { return try fold(nil, body) }
    try spells.found.forEach(body)
    if !spells.rest.isEmpty { try fold(spells.rest, body) }
  }

  /// Folds the moves of some companies, or of all.
  private func fold(_ keys: Set<CompanyKey>?, _ body: (FoundPosture) throws -> Void) throws {
    let acting = try acting()
    var fold = PostureFold(by: clocks.rules)
    var open: MoveSubject?
    func finish() throws {
      guard let open, !fold.isEmpty else { return }
      try body(FoundPosture(subject: open, finding: fold.finding(on: clocks)))
    }
    try forEachMove(among: keys, on: clocks) { subject, move in
      if open != subject {
        try finish()
        fold = PostureFold(by: clocks.rules)
        open = subject
      }
      if clocks.includes(move), try acting.admits(move) { fold.apply(move) }
    }
    try finish()
  }
}

extension Posture {
  /// Whose posture it is.
  package var subject: CompanyMarket { CompanyMarket(company, market) }

  /// Who it is counted as: the group that it stands for, or its company.
  package var unit: CompanyID { group?.company ?? company }

  /// What that is called.
  package var unitName: String { group?.name ?? name }

  /// What postures are put into order by.
  var size: PostureSize {
    PostureSize(gap: gap, age: age, since: conduct?.since.earliest)
  }
}

extension ActingAmendments {
  /// Whether a move holds the content that its event has in this query.
  func admits(_ move: Move) -> Bool {
    isEmpty ? move.source == move.position : source(of: move.position) == move.source
  }
}

extension Posture {
  /// Puts names and dates as given in the place of positions.
  init(_ found: FoundPosture, details: EventDetails, names: CompanyNames) throws {
    let finding = try found.finding
    let ids = { (positions: [Position]) in try positions.map(details.id) }
    self.init(
      company: try names.id(found.subject.company), name: try names.name(found.subject.company),
      parent: try names.parent(of: found.subject.company),
      group: try found.group.map { group in
        Group(
          company: try names.id(group.head), name: try names.name(group.head),
          members: try group.members.map(names.id))
      }, market: found.subject.market,
      voice: Voice(
        kind: finding.voice.kind, level: finding.voice.level, depth: finding.voice.depth,
        since: try finding.voice.events.first.map { try details[$0].occurred },
        events: try ids(finding.voice.events),
        condition: try finding.voice.conditionEvent.flatMap { try details[$0].condition }),
      conduct: try finding.conduct.map { try Conduct($0, details: details) },
      review: Review(
        state: finding.review.state,
        since: try finding.review.events.first.map { try details[$0].occurred },
        outcome: finding.review.state == .concluded
          ? try finding.review.events.last.flatMap { try details[$0].outcome } : nil,
        events: try ids(finding.review.events)),
      pledges: try finding.pledges.compactMap { pledge in
        let id = try details.id(pledge.position)
        let due = try details[pledge.position].effective
        return due.map { Pledge(event: id, level: pledge.level, due: $0) }
      },
      gap: finding.gap, reading: finding.reading, age: finding.age,
      due: try finding.voice.dueEvent.flatMap { try details[$0].effective },
      dueEvent: try finding.voice.dueEvent.map(details.id), overdue: finding.overdue,
      stale: finding.stale, newestClaim: finding.newestClaim,
      contested: try finding.contested.map {
        Contest(event: try details.id($0.position), level: $0.level, rule: $0.rule)
      },
      lastEvidence: try finding.lastPublished.map { try details[$0].published })
  }
}

extension Posture.Conduct {
  fileprivate init(_ finding: ConductFinding, details: EventDetails) throws {
    guard let first = finding.events.first else {
      throw ProjectionError.missingEvent(position: .beforeFirst)
    }
    let detail = try details[first]
    self.init(
      level: finding.level, basis: finding.basis,
      grade: AdmiraltyGrade(rank: finding.grade) ?? .notJudged,
      since: finding.sinceIsEffective
        ? try detail.effective ?? detail.occurred : try detail.occurred,
      events: try finding.events.map(details.id), seized: finding.seized)
  }
}
