/// Folds the moves of one company in one market into its posture, by the rules `stance/1`.
///
/// Feed the moves that a query's clocks include, in the order earliest day, latest day, earliest
/// published day, position; then ask for the finding on the day of the query. Memory grows with the
/// events that the answer names, not with the moves fed.
package struct PostureFold {
  private var voice = VoiceFinding()
  private var review = ReviewFinding()
  private var run: ClaimRun?
  /// Claims that lost against the run, at another level.
  private var contests: [PostureFinding.Contest] = []
  /// Claims at other levels shortly before a run at `operating` began.
  private var beforeRun: [RecentClaims.Claim] = []
  private var recent = RecentClaims()
  private var pledges: [PostureFinding.Pledge] = []
  private var cancelled: [Position] = []
  private var denials: [Move] = []
  private var lastPublished: (range: DayRange, position: Position)?
  private let isTracing: Bool

  /// What each move did, in order; empty unless the fold traces.
  package private(set) var decisions: [Decision] = []

  /// - Parameter tracing: whether to keep each move's decision, for an explanation.
  package init(tracing: Bool = false) {
    isTracing = tracing
  }

  /// Whether no move has been fed yet.
  package var isEmpty: Bool { lastPublished == nil }

  /// Takes in one move.
  package mutating func apply(_ move: Move) {
    notePublication(of: move)
    switch move.act {
    case .announcement:
      guard let level = move.level else { return overrule(move, .voice, .noLevel) }
      speak(move, announcing: level)
      claim(move)
    case .pledge:
      guard let level = move.level, let due = move.due else {
        return overrule(move, .voice, .noLevel)
      }
      speak(move, announcing: level)
      pledges.append(.init(position: move.position, level: level, due: due))
    case .word:
      guard let level = move.level else { return overrule(move, .voice, .noLevel) }
      speak(move, announcing: level)
      if let due = move.due {
        pledges.append(.init(position: move.position, level: level, due: due))
      }
    case .due:
      pledges.removeAll { $0.position == move.position }
      if cancelled.contains(move.position) {
        overrule(move, .conduct, .cancelledPledge)
      } else {
        claim(move)
      }
    case .since, .silentReduction, .continuedBusiness:
      claim(move)
    case .resumption:
      if move.disclosed { speak(move, .reversed) }
      claim(move)
    case .exit, .seizure:
      if move.disclosed { speak(move, .announced, level: .exited) }
      claim(move)
    case .denial:
      denials.append(move)
      if voice.kind.isStandingWord {
        overrule(move, .voice, .standingWord)
      } else {
        say(move, .denied)
      }
    case .declinedComment:
      if voice.kind == .silent || voice.kind == .declined {
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

  private mutating func speak(_ move: Move, announcing level: Level) {
    if level == .operating {
      speak(move, .defended)
    } else {
      speak(move, .announced, level: level)
    }
  }

  /// Takes a word on what the company does: it cancels the pledges whose day is still ahead.
  private mutating func speak(_ move: Move, _ kind: VoiceKind, level: Level? = nil) {
    for pledge in pledges where move.occurred.earliest < pledge.due.earliest {
      cancelled.append(pledge.position)
    }
    pledges.removeAll { move.occurred.earliest < $0.due.earliest }
    say(move, kind, level: level)
  }

  private mutating func say(_ move: Move, _ kind: VoiceKind, level: Level? = nil) {
    if voice.kind == kind, voice.level == level {
      voice.events.append(move.position)
    } else {
      voice = VoiceFinding(
        kind: kind, level: level, events: [move.position],
        since: move.occurred)
    }
    voice.due = move.due
    voice.dueEvent = move.due == nil ? nil : move.position
    trace(move, .voice)
  }

  // MARK: Conduct

  private mutating func claim(_ move: Move) {
    guard let level = move.claimedLevel else { return overrule(move, .conduct, .noLevel) }
    if let rule = rule(against: move, at: level) {
      contests.append(.init(position: move.position, level: level, rule: rule))
      overrule(move, .conduct, rule)
    } else {
      win(move, level)
    }
    if level != .operating {
      recent.append(.init(position: move.position, level: level, earliest: move.occurred.earliest))
    }
  }

  /// The rule by which a claim loses; nil where it wins, as one at the run's level does.
  private func rule(against move: Move, at level: Level) -> OverrulingRule? {
    guard let run, run.level != level else { return nil }
    if run.isCredible, !move.isCredible { return .weakClaim }
    return run.isCrediblyReported && move.isDefence ? .defence : nil
  }

  private mutating func win(_ move: Move, _ level: Level) {
    if run?.level != level {
      run = ClaimRun(level: level)
      contests.removeAll(keepingCapacity: true)
      beforeRun = level == .operating ? recent.before(move.occurred.earliest) : []
    }
    run?.append(move)
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
    decisions.append(
      .init(position: move.position, field: field, level: move.level, overruledBy: rule))
  }
}

// MARK: The finding

extension PostureFold {
  /// The posture on the query's day.
  package func finding(on clocks: Clocks) -> PostureFinding {
    let conduct = conductFinding()
    var finding = PostureFinding(
      voice: voice, conduct: conduct, review: review,
      pledges: pledges.filter { !$0.due.reached(by: clocks.to, clocks.fuzzy) }
        .sorted { ($0.due.earliest, $0.position) < ($1.due.earliest, $1.position) },
      cancelled: cancelled, contested: contested(conduct), reading: .unknown,
      lastPublished: lastPublished?.position)
    guard let conduct else { return finding }
    guard !conduct.seized else {
      finding.reading = .notApplicable
      return finding
    }
    let gap = voice.depth - conduct.level.depth
    finding.gap = gap
    finding.reading = reading(gap: gap, on: clocks)
    if gap < 0 {
      finding.age = conduct.since.earliest.days(until: clocks.to)
    } else if gap > 0, let since = voice.since {
      finding.age = since.earliest.days(until: clocks.to)
    }
    if finding.reading == .unkeptWord, let due = voice.due, due.latest < clocks.to {
      finding.overdue = due.latest.days(until: clocks.to)
    }
    return finding
  }

  private func reading(gap: Int, on clocks: Clocks) -> Reading {
    guard gap > 0 else { return gap == 0 ? .inLine : .quietRetreat }
    if let due = voice.due, !due.reached(by: clocks.to, clocks.fuzzy) { return .pledged }
    let hasDuePassed = voice.due.map { $0.latest < clocks.to } ?? false
    let announcedExit = voice.level == .exited || voice.level == .exiting
    return announcedExit && !hasDuePassed ? .underWay : .unkeptWord
  }

  private func conductFinding() -> ConductFinding? {
    guard let run, let first = run.counted.first else { return nil }
    let claims = run.counted
    return ConductFinding(
      level: run.level, basis: claims.allSatisfy(\.isDeclared) ? .declared : .reported,
      grade: claims.map(\.grade).min() ?? first.grade, since: first.day,
      events: claims.map(\.position), sinceIsEffective: first.isEffective,
      seized: claims.contains(where: \.isSeizure))
  }

  private func contested(_ conduct: ConductFinding?) -> [PostureFinding.Contest] {
    guard let run, let conduct, let first = run.counted.first else { return [] }
    var found: [PostureFinding.Contest] = []
    if first.isDefence {
      let cutoff = first.day.earliest.adding(days: -PostureRules.daysBeforeDefence)
      for claim in beforeRun where claim.earliest >= cutoff {
        found.append(.init(position: claim.position, level: claim.level, rule: .beforeDefence))
      }
    }
    found += contests
    for denial in denials {
      let isAgainst =
        denial.denies.isEmpty
        ? denial.occurred.earliest >= first.day.earliest
        : denial.denies.contains(where: conduct.events.contains)
      if isAgainst {
        found.append(.init(position: denial.position, level: nil, rule: .denial))
      }
    }
    return found
  }
}
