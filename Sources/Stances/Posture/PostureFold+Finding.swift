extension PostureFold {
  /// Whether a move is evidence of anything: the day that a conditional word names is none (W14).
  func isEvidence(_ move: Move) -> Bool {
    !(isConditional(move) && (move.act == .due || move.act == .since))
  }

  /// Whether nothing that was fed is evidence of what the company says or does.
  package var isEmpty: Bool {
    lastPublished == nil
      && !pending.contains { !$0.traits.contains(.forMembers) && isEvidence($0) }
  }

  /// The posture on the query's day.
  package func finding(on clocks: Clocks) -> PostureFinding {
    guard pending.isEmpty else {
      var finished = self
      finished.finish()
      return finished.finding(on: clocks)
    }
    let conduct = conductFinding()
    var finding = PostureFinding(
      voice: voice, conduct: conduct, review: review,
      pledges: pledges.filter { clocks.reach.day(reaching: $0.due) > clocks.to }
        .sorted { ($0.due.earliest, $0.position) < ($1.due.earliest, $1.position) },
      cancelled: cancelled, contested: contested(conduct), trimmed: trimmed, reading: .unknown,
      lastPublished: lastPublished?.position)
    guard let conduct else { return finding }
    // Of a company that left with all its business nothing more is to be reported.
    if conduct.level != .exited, let stale = stale(on: clocks.to) {
      (finding.stale, finding.newestClaim) = (stale, clocks.to.adding(days: -stale))
    }
    guard !conduct.seized else {
      finding.reading = .notApplicable
      return finding
    }
    let gap = voice.depth - conduct.level.depth
    finding.reading = reading(gap: gap, conduct, on: clocks)
    guard ![.conditional, .noWord, .otherLines].contains(finding.reading) else { return finding }
    finding.gap = gap
    let ahead = gap < 0 ? conduct.since : gap > 0 ? voice.since : nil
    finding.age = ahead?.earliest.days(until: clocks.to)
    if finding.reading == .unkeptWord || finding.reading == .unconfirmed, let due = voice.due,
      due.latest < clocks.to
    {
      finding.overdue = due.latest.days(until: clocks.to)
    }
    return finding
  }

  private func reading(gap: Int, _ conduct: ConductFinding, on clocks: Clocks) -> Reading {
    if rules.readsOnlyWhatWasSaid {
      if isConditionOpen { return .conditional }
      if voice.kind.isNoWord, !isSilenceSourced(at: conduct.level) { return .noWord }
    }
    if rules.comparesLines, let run, voice.lines.areOther(than: run.lines) { return .otherLines }
    guard gap > 0 else { return gap == 0 ? .inLine : .quietRetreat }
    if let due = voice.due, clocks.reach.day(reaching: due) > clocks.to { return .pledged }
    let passed = voice.due.flatMap { $0.latest < clocks.to ? $0.latest : nil }
    let announcedExit = voice.level == .exited || voice.level == .exiting
    guard rules.readsOnlyWhatWasSaid else {
      return announcedExit && passed == nil ? .underWay : .unkeptWord
    }
    if let passed, newestCredible.map({ $0 <= passed }) ?? true { return .unconfirmed }
    let isLeaving = conduct.level >= .suspended
    guard passed == nil else { return .unkeptWord }
    if announcedExit, isLeaving { return stale(on: clocks.to) == nil ? .underWay : .nothingSince }
    return voice.due == nil ? .unkeptWord : .pledged
  }

  /// Whether a source says that the company withdrew without a word.
  private func isSilenceSourced(at level: Level) -> Bool {
    level > .operating
      && (voice.kind == .declined
        || run?.counted.contains { $0.isSilentReduction } ?? false)
  }

  private func stale(on day: Day) -> Int? {
    guard rules.tellsStaleness,
      let days = newestClaim.flatMap({ min($0, day).days(until: day) }),
      days > RuleSet.daysUntilStale
    else { return nil }
    return days
  }

  private func conductFinding() -> ConductFinding? {
    guard let run, let first = run.counted.first else { return nil }
    let claims = run.counted
    return ConductFinding(
      level: run.level, basis: claims.allSatisfy(\.isDeclared) ? .declared : .reported,
      grade: claims.map(\.grade).min() ?? first.grade, since: first.day,
      events: claims.map(\.position), sinceIsEffective: first.isEffective,
      seized: isSeized(claims))
  }

  /// Whether the business was seized: by the rules of today as its latest exit says.
  private func isSeized(_ claims: ArraySlice<ClaimRun.Claim>) -> Bool {
    rules.followsLatestExit
      ? claims.last { $0.isSeizure != nil }?.isSeizure ?? false
      : claims.contains { $0.isSeizure == true }
  }

  /// Weak claims that the run no longer counts.
  private var trimmed: [Position] {
    guard rules.contestsConflictingReports, let run else { return [] }
    return run.claims.prefix(run.claims.count - run.counted.count).map(\.position)
  }

  private func contested(_ conduct: ConductFinding?) -> [PostureFinding.Contest] {
    guard let run, let conduct, let first = run.counted.first else { return sameDayWords }
    var found: [PostureFinding.Contest] = []
    func add(_ contests: [PostureFinding.Contest]) {
      found += contests.filter { contest in
        !found.contains { $0.position == contest.position }
      }
    }
    if first.isDefence {
      let cutoff = first.day.earliest.adding(days: -RuleSet.daysBeforeDefence)
      for claim in beforeRun where claim.earliest >= cutoff {
        found.append(.init(of: claim, rule: .beforeDefence))
      }
    }
    if rules.contestsConflictingReports {
      add(run.conflicts.map { .init(of: $0, rule: .conflictingReport) })
    }
    if rules.contestsOverlappingReports {
      add(
        recent.reaching(into: first, at: run.level).map { .init(of: $0, rule: .overlappingReport) })
    }
    add(contests)
    found.removeAll { goesWith($0, run) }
    add(sameDayWords)
    for denial in denials where contests(denial, against: conduct, since: first.day.earliest) {
      found.append(.init(position: denial.position, level: nil, rule: .denial))
    }
    return found
  }

  /// Words of the same dates that said something else than the latest one, which took their place.
  var sameDayWords: [PostureFinding.Contest] {
    guard let said = wordsOfDates?.words, let latest = said.last else { return keptSameDayWords }
    return said.filter { $0.kind.isStandingWord && isOther($0, than: latest) }
      .map { .init(position: $0.position, level: $0.level, rule: .sameDay) }
  }

  private func isOther(_ word: WordsOfDates.Word, than latest: WordsOfDates.Word) -> Bool {
    if rules.contestsOnlyContradictions, word.isPartial, !latest.isPartial,
      let level = word.level, level.depth > 0, level.depth < latest.level?.depth ?? 0
    {
      return false
    }
    return word.kind != latest.kind || word.level != latest.level
      || word.isConditional != latest.isConditional || !word.namesNoDay && word.due != voice.due
  }

  /// Whether a claim withdraws from a part of what the same side says is withdrawn from as a whole.
  private func goesWith(_ contest: PostureFinding.Contest, _ run: ClaimRun) -> Bool {
    guard contest.isPartialWithdrawal, let level = contest.level, level < run.level else {
      return false
    }
    let isOwn = contest.basis == .declared
    return isOwn && run.level == .exited
      || run.counted.contains { $0.lines.isWhole && $0.isDeclared == isOwn }
  }

  /// Whether a denial is evidence against the conduct found.
  private func contests(
    _ denial: HeardDenial, against conduct: ConductFinding, since first: Day
  ) -> Bool {
    guard denial.denies.isEmpty else {
      return canContest(denial) && denial.denies.contains(where: conduct.events.contains)
    }
    return canContest(denial) && denial.day >= first
  }

  /// Whether a denial is evidence against any conduct.
  private func canContest(_ denial: HeardDenial) -> Bool {
    guard rules.distinguishesDenials else { return true }
    return !denial.isOfOther && !(denial.isPartial && denial.denies.isEmpty)
  }

  /// The denials that may contest what is found on this day or a later one.
  ///
  /// The first claim that counts only ever becomes a later one.
  var standingDenials: [HeardDenial] {
    let first = run?.counted.first?.day.earliest
    return denials.filter { denial in
      canContest(denial) && (!denial.denies.isEmpty || first.map { $0 <= denial.day } ?? true)
    }
  }
}

extension PostureFold {
  /// What the company said on the same dates, in fold order.
  struct WordsOfDates {
    /// One word that took its place.
    struct Word {
      let position: Position
      let kind: VoiceKind
      let level: Level?
      /// The day that it names for what it announces.
      let due: DayRange?
      /// Whether it leaves the day that the same word had named before.
      let namesNoDay: Bool
      let isConditional: Bool
      let isPartial: Bool
    }

    let key: Move.DateKey
    var words: [Word] = []
  }

  /// What is kept of a denial.
  struct HeardDenial {
    let position: Position
    let day: Day
    /// The positions of the events that it names.
    let denies: [Position]
    let isPartial: Bool
    /// Whether it denies something other than a report.
    let isOfOther: Bool
  }
}

extension PostureFold.HeardDenial {
  init(_ move: Move) {
    self.init(
      position: move.position, day: move.occurred.earliest, denies: move.denies,
      isPartial: move.isPartial, isOfOther: move.traits.contains(.otherDenial))
  }
}

extension PostureFinding.Contest {
  fileprivate init(of claim: RecentClaims.Claim, rule: OverrulingRule) {
    self.init(
      position: claim.position, level: claim.level, rule: rule,
      basis: claim.isReport ? .reported : .declared,
      isPartialWithdrawal: claim.isPartialWithdrawal)
  }
}
