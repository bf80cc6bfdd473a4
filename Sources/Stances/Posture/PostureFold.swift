/// Folds the moves of one company in one market into its posture, by the rules of a query.
///
/// Feed the moves that a query's clocks include, in the order earliest day, latest day, earliest
/// published day, position; then ask for the finding on the day of the query. Memory grows with the
/// events that the answer names, not with the moves fed.
package struct PostureFold {
  var voice = VoiceFinding()
  var review = ReviewFinding()
  var run: ClaimRun?
  /// Claims that lost against the run, at another level.
  var contests: [PostureFinding.Contest] = []
  /// Claims at other levels shortly before a run at `operating` began.
  var beforeRun: [RecentClaims.Claim] = []
  var recent = RecentClaims()
  var pledges: [PostureFinding.Pledge] = []
  var cancelled: [Position] = []
  var denials: [HeardDenial] = []
  var lastPublished: (range: DayRange, position: Position)?
  /// Moves of the same dates, which only their positions put in order; taken in when another comes.
  private(set) var pending: [Move] = []
  /// Whether the latest word depends on a condition that nothing has settled.
  var isConditionOpen = false
  /// The words that were taken in on the dates of the latest one.
  var wordsOfDates: WordsOfDates?
  /// Words of the same dates that the latest one took the place of, where these are all that is kept.
  var keptSameDayWords: [PostureFinding.Contest] = []
  var claimCount = 0
  /// The newest day of any claim, and of any credible one.
  var newestClaim: Day?
  var newestCredible: Day?
  let rules: RuleSet
  private let isTracing: Bool

  /// What each move did, in order; empty unless the fold traces.
  package private(set) var decisions: [Decision] = []

  /// - Parameters:
  ///   - rules: the rules of the query.
  ///   - tracing: whether to keep each move's decision, for an explanation.
  package init(by rules: RuleSet, tracing: Bool = false) {
    self.rules = rules
    isTracing = tracing
  }

  /// Takes in one move.
  package mutating func apply(_ move: Move) {
    guard rules.contestsConflictingReports else { return take(move) }
    if let first = pending.first, first.dateKey != move.dateKey { finish() }
    if move.traits.contains(.forMembers), pending.isEmpty { return take(move) }
    pending.append(move)
  }

  /// Takes in the moves that waited for others of the same dates: what wins among them comes last.
  package mutating func finish() {
    guard pending.count > 1 else {
      if let move = pending.popLast() { take(move) }
      return
    }
    let moves = pending.sorted { $0.yields(to: $1) }
    pending.removeAll(keepingCapacity: true)
    for move in moves { take(move) }
  }

  private mutating func take(_ move: Move) {
    fold(move)
    // Whether a word is repeated is asked before it counts as said.
    if voice.events.last == move.position {
      let word = announcedWord
      run?.hear(word, on: move.occurred.earliest)
    }
  }

  /// What the company announced, if an announcement is its voice.
  private var announcedWord: ClaimRun.Word? {
    guard voice.kind == .announced, let level = voice.level else { return nil }
    return .init(level: level, lines: voice.lines)
  }

  private mutating func fold(_ move: Move) {
    if move.traits.contains(.forMembers) {
      // It is nothing that the company said or did.
      if rules.distinguishesDenials { denials.append(HeardDenial(move)) }
      return
    }
    if isEvidence(move) { notePublication(of: move) }
    switch move.act {
    case .announcement:
      guard announce(move) else { return }
      if isConditional(move) { overrule(move, .conduct, .conditional) } else { claim(move) }
    case .pledge, .word:
      guard let level = move.level else { return overrule(move, .voice, .noLevel) }
      if announce(move), !isConditional(move), let due = move.due {
        pledges.append(
          .init(
            position: move.position, level: level, due: due, key: move.dateKey,
            said: move.announcedLevel(by: rules)))
      }
    case .due:
      pledges.removeAll { $0.position == move.position }
      if cancelled.contains(move.position) {
        overrule(move, .conduct, .cancelledPledge)
      } else if isConditional(move) {
        overrule(move, .conduct, .conditional)
      } else {
        claim(move)
      }
    case .since where isConditional(move):
      overrule(move, .conduct, .conditional)
    case .continuedBusiness where rules.heedsExceptions && move.traits.contains(.windDown):
      overrule(move, .conduct, .windDown)
    case .since, .silentReduction, .continuedBusiness:
      claim(move)
    case .resumption:
      if move.disclosed { speak(move, .reversed) }
      claim(move)
    case .exit, .seizure:
      if move.disclosed { speak(move, .announced, level: move.announcedLevel(by: rules)) }
      claim(move)
    case .denial:
      denials.append(HeardDenial(move))
      if move.traits.contains(.byBody) {
        overrule(move, .voice, .notItsWord)
      } else if voice.kind.isStandingWord {
        overrule(move, .voice, .standingWord)
      } else {
        say(move, .denied)
      }
    case .declinedComment:
      if voice.kind.isNoWord {
        say(move, .declined)
      } else {
        overrule(move, .voice, .declinedAfterWord)
      }
    case .reviewOpened:
      reviewed(move, .open)
    case .reviewConcluded:
      reviewed(move, .concluded)
    }
  }

  // MARK: Voice

  /// Takes an announcement as a word.
  ///
  /// Returns: whether it says anything on the level, whatever becomes of it as a word.
  private mutating func announce(_ move: Move) -> Bool {
    guard let level = move.announcedLevel(by: rules) else {
      if rules.hearsStatementsWithoutLevel, voice.kind.isNoWord {
        say(move, .spoke)
      } else {
        overrule(move, .voice, .noLevel)
      }
      return false
    }
    if level == .operating, leavesOwnWord(move) {
      overrule(move, .voice, .ownConduct)
    } else {
      speak(
        move, level == .operating ? .defended : .announced,
        level: level == .operating ? nil : level)
    }
    return true
  }

  /// Whether a defence leaves the word by which the company declared what it does.
  private func leavesOwnWord(_ defence: Move) -> Bool {
    guard rules.keepsOwnConduct, let run, run.isOwnDeed else { return false }
    return defence.isBareWord && !isConditional(defence) && voice.kind == .announced
      && voice.level == run.level && voice.due == nil && voice.conditionEvent == nil
  }

  func isConditional(_ move: Move) -> Bool {
    rules.heedsConditions && move.traits.contains(.conditional)
  }

  /// Takes a word on what the company does: it cancels the pledges made before it.
  ///
  /// What says the same again without a day leaves the day that was named.
  private mutating func speak(_ move: Move, _ kind: VoiceKind, level: Level? = nil) {
    if rules.distinguishesPartOfBusiness, move.isPartial, voice.lines.isWhole,
      voice.depth > level?.depth ?? 0
    {
      return overrule(move, .voice, .partOfBusiness)
    }
    let said = move.announcedLevel(by: rules)
    let namesNoDay = namesNoDay(move)
    let isCancelled = { [rules] (pledge: PostureFinding.Pledge) in
      guard rules.cancelsEveryPledge else { return move.occurred.earliest < pledge.due.earliest }
      return pledge.key != move.dateKey && !(namesNoDay && said == pledge.said)
    }
    cancelled += pledges.filter(isCancelled).map(\.position)
    pledges.removeAll(where: isCancelled)
    say(move, kind, level: level)
  }

  private mutating func say(_ move: Move, _ kind: VoiceKind, level: Level? = nil) {
    let isSame = voice.kind == kind && voice.level == level
    if isSame {
      voice.events.append(move.position)
    } else {
      voice = VoiceFinding(
        kind: kind, level: level, events: [move.position],
        since: move.occurred)
    }
    voice.lines.formUnion(Lines(of: move))
    note(move, kind, level)
    isConditionOpen = isConditional(move)
    voice.conditionEvent = isConditionOpen ? move.position : nil
    if rules.cancelsEveryPledge, isSame, namesNoDay(move) {
      return trace(move, .voice)
    }
    let isDue = move.due != nil && !isConditionOpen
    voice.due = isDue ? move.due : nil
    voice.dueEvent = isDue ? move.position : nil
    trace(move, .voice)
  }

  /// Whether a word that says the same again leaves the day that was named.
  private func namesNoDay(_ move: Move) -> Bool { move.isBareWord && !isConditional(move) }

  /// Notes a word beside those of the same dates.
  private mutating func note(_ move: Move, _ kind: VoiceKind, _ level: Level?) {
    guard rules.contestsConflictingReports else { return }
    if wordsOfDates?.key != move.dateKey {
      wordsOfDates = WordsOfDates(key: move.dateKey)
      keptSameDayWords = []
    }
    let isConditional = isConditional(move)
    let word = WordsOfDates.Word(
      position: move.position, kind: kind, level: level, due: isConditional ? nil : move.due,
      namesNoDay: namesNoDay(move), isConditional: isConditional, isPartial: move.isPartial)
    wordsOfDates?.words.append(word)
  }

  // MARK: Conduct

  private mutating func claim(_ move: Move) {
    guard let level = move.claimedLevel(by: rules) else {
      return overrule(move, .conduct, .noLevel)
    }
    claimCount += 1
    newestClaim = max(newestClaim ?? move.lastDay, move.lastDay)
    if move.isCredible { newestCredible = max(newestCredible ?? move.lastDay, move.lastDay) }
    if rules.hasOneWordForExit, move.isAnnouncement, level == .exiting, run?.level == .exited {
      overrule(move, .conduct, .doneAlready)
    } else if let rule = rule(against: move, at: level) {
      contest(move, level, by: rule)
      overrule(move, .conduct, rule)
    } else {
      win(move, level)
    }
    recent.append(
      .init(
        position: move.position, level: level, earliest: move.occurred.earliest,
        number: claimCount, until: move.isPeriod ? move.lastDay : nil,
        isPartialWithdrawal: isPartialWithdrawal(move, level), isReport: !move.isDeclared,
        isCredible: move.isCredible, sources: move.sources),
      runBegan: run?.counted.first?.day.earliest ?? move.occurred.earliest)
  }

  private func isPartialWithdrawal(_ move: Move, _ level: Level) -> Bool {
    rules.contestsOnlyContradictions && move.isPartial && level > .operating
  }

  /// Notes a claim that lost; what the company only says again is noted once.
  private mutating func contest(_ move: Move, _ level: Level, by rule: OverrulingRule) {
    if rules.contestsOnlyContradictions, rule.isAboutOwnWord,
      contests.contains(where: { $0.rule == rule && $0.level == level })
    {
      return
    }
    contests.append(
      .init(
        position: move.position, level: level, rule: rule,
        basis: move.isDeclared ? .declared : .reported,
        isPartialWithdrawal: isPartialWithdrawal(move, level)))
  }

  /// The rule by which a claim loses; nil where it wins, as one at the run's level does.
  private func rule(against move: Move, at level: Level) -> OverrulingRule? {
    guard let run, run.level != level else { return nil }
    if run.isCredible, !move.isCredible { return .weakClaim }
    if level < run.level {
      if rules.distinguishesPartOfBusiness, move.isPartial, run.isAboutWhole {
        return .partOfBusiness
      }
      if rules.heedsExceptions, move.traits.contains(.exception) { return .exception }
    }
    if rules.coversObservedPeriods, move.isDeclared, let last = run.observedUntil,
      move.occurred.earliest <= last
    {
      return .observedPeriod
    }
    guard run.isCrediblyReported else {
      return rules.keepsOwnConduct && move.isDefence && run.isOwnDeed ? .ownConduct : nil
    }
    if move.isDefence { return .defence }
    if rules.discountsRepeatedWords, move.isAnnouncement, repeats(move, run.wordAtReport) {
      return .repeatedWord
    }
    return rules.heedsReportsOnDueDay && move.act == .due ? .dueDay : nil
  }

  /// Whether an announcement says what the company had said already; about other lines it does not.
  private func repeats(_ move: Move, _ word: ClaimRun.Word?) -> Bool {
    guard move.announcedLevel(by: rules) == word?.level else { return false }
    guard rules.comparesLines, let word else { return true }
    return !Lines(of: move).areOther(than: word.lines)
  }

  private mutating func win(_ move: Move, _ level: Level) {
    // A claim of the same dates as the conditional word does not come after it.
    if wordsOfDates?.key != move.dateKey { isConditionOpen = false }
    if run?.level != level {
      contests.removeAll(keepingCapacity: true)
      if rules.contestsConflictingReports, let run {
        // That a company announces its exit and leaves is no contradiction.
        let isDone = run.level == .exiting && level == .exited
        for claim in run.claims where claim.key == move.dateKey && !(isDone && claim.isDeclared) {
          contests.append(
            .init(
              position: claim.position, level: run.level, rule: .sameDay,
              basis: claim.isDeclared ? .declared : .reported,
              isPartialWithdrawal: rules.contestsOnlyContradictions && !claim.lines.isWhole
                && run.level > .operating))
        }
      }
      run = ClaimRun(level: level)
      beforeRun = level == .operating ? recent.before(move.occurred.earliest) : []
    }
    if move.isCredible, let run, !run.isCredible, let first = run.claims.first {
      // The weak claims before it no longer count, nor does what contradicted them.
      contests.removeAll { $0.rule != .sameDay || first.key != move.dateKey }
    }
    let isPart = rules.distinguishesPartOfBusiness && move.isPartial
    let (word, number) = (announcedWord, claimCount)
    run?.append(
      move, number: number, word: word, after: recent,
      isSeizure: move.act == .seizure ? !isPart : move.act == .exit && !isPart ? false : nil)
    trace(move, .conduct)
  }

  // MARK: Review, evidence, trace

  private mutating func reviewed(_ move: Move, _ state: ReviewFinding.State) {
    if review.state == state {
      review.events.append(move.position)
    } else {
      review = ReviewFinding(
        state: state, since: move.occurred,
        events: [move.position])
    }
    trace(move, .review)
  }

  private mutating func notePublication(of move: Move) {
    let range = move.published
    if let last = lastPublished?.range,
      (last.earliest, last.latest) >= (range.earliest, range.latest)
    {
      return
    }
    lastPublished = (range, move.position)
  }

  private mutating func trace(_ move: Move, _ field: Decision.Field) {
    guard isTracing else { return }
    decisions.append(.init(position: move.position, field: field, level: move.level))
  }

  private mutating func overrule(
    _ move: Move, _ field: Decision.Field, _ rule: OverrulingRule
  ) {
    guard isTracing else { return }
    let standing: Position? =
      switch field {
      case .voice: voice.events.first
      case .conduct: run?.counted.first?.position
      case .review: nil
      }
    decisions.append(
      .init(
        position: move.position, field: field, level: move.level, overruledBy: rule,
        against: standing))
  }
}
