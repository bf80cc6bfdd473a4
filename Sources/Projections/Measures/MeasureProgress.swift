import Stances

/// How far a measure has come: the state that its turns change, one after the other.
struct MeasureProgress {
  private struct Suspension {
    let since: FuzzyDate
    /// Its last day; nil for a suspension until another step.
    var until: FuzzyDate?
  }

  /// Whether the measure was ever adopted or in force.
  private(set) var wasAdopted = false
  private var stage: MeasureStage?
  /// The stage that it had when a step ended it.
  private var stageBeforeEnd: MeasureStage?
  private var since: FuzzyDate?
  /// The last day of the act, where one is set.
  private var end: FuzzyDate?
  private var suspension: Suspension?
  /// Whether a suspension has ended by itself, so that an extension may mean that one.
  private var hasLapsed = false
  private let rules: RuleSet

  /// A measure of which nothing has been heard.
  init(by rules: RuleSet) {
    self.rules = rules
  }

  /// Takes in the next turn.
  mutating func apply(_ turn: MeasureTurn) {
    let until = turn.step.measure.until
    switch turn.effect {
    case .advance(let next):
      settle(before: turn)
      advance(to: next, on: turn.day, until: until)
      if next == .inForce { endSuspension(on: turn.day) }
    case .due:
      settle(before: turn)
      // Lifted or run out before its day came, it does not come into force.
      guard stage?.isOver != true else { return }
      // Its end was set when it was adopted, and may have been extended since.
      advance(to: .inForce, on: turn.day, until: stage == nil ? until : nil)
      if rules.endsSuspensionOnDueDay { endSuspension(on: turn.day) }
    case .amend:
      assumeInForce()
    case .suspend:
      settle(before: turn)
      assumeInForce()
      guard stage?.isOver == false else { return }
      (suspension, hasLapsed) = (
        Suspension(since: suspension?.since ?? turn.day, until: until), false
      )
    case .extend:
      assumeInForce()
      if rules.extensionRevives {
        extendOrRevive(to: until, from: turn.day)
      } else {
        extend(to: until, from: turn.day)
      }
    case .end(let ended):
      settle(before: turn)
      if stage?.isOver != true { stageBeforeEnd = stage }
      enter(ended, on: turn.day)
      (end, suspension, hasLapsed) = (nil, nil, false)
    }
  }

  /// The status of the measure on a day, by the turns taken in so far; nil before the first.
  func standing(on day: Day) -> MeasureLife.Standing? {
    guard let stage else { return nil }
    if hasRunOut(by: day) { return .init(status: .expired, since: end?.dayAfter) }
    guard let suspension else {
      return .init(status: stage.status, since: since, until: end)
    }
    if suspension.until.isPast(on: day) {
      return .init(status: stage.status, since: suspension.until?.dayAfter, until: end)
    }
    return .init(status: .suspended, since: suspension.since, until: suspension.until)
  }

  /// The last days that are set: the act's own and its suspension's, whether or not they are past.
  var ends: [FuzzyDate] { [end, suspension?.until].compactMap(\.self) }

  /// Whether the act has ended by a day.
  func isOver(on day: Day) -> Bool { stage?.isOver == true || hasRunOut(by: day) }

  /// Whether a turn brings the act further than it was, or begins it again.
  func comesToNewStage(by turn: MeasureTurn) -> Bool {
    let next: MeasureStage
    switch turn.effect {
    case .advance(let stage): next = stage
    case .due where isOver(on: turn.day.earliest): return false
    case .due: next = .inForce
    case .amend, .suspend, .extend, .end: return stage == nil
    }
    guard let stage, !isOver(on: turn.day.earliest) else { return true }
    return next > stage
  }

  // MARK: Steps

  /// A step never takes back a stage that the act has reached, unless the act had ended.
  private mutating func advance(to next: MeasureStage, on day: FuzzyDate, until: FuzzyDate?) {
    let mayRunOut = next >= .adopted
    wasAdopted = wasAdopted || mayRunOut
    if stage?.isOver == true { stage = nil }
    if stage.map({ $0 < next }) ?? true { enter(next, on: day) }
    if mayRunOut, let until { end = until }
  }

  private mutating func enter(_ next: MeasureStage, on day: FuzzyDate) {
    guard stage != next else { return }
    (stage, since) = (next, day)
  }

  private mutating func endSuspension(on day: FuzzyDate) {
    hasLapsed = false
    guard suspension != nil else { return }
    (suspension, since) = (nil, day)
  }

  /// An act first met as amended, suspended or extended was in force; since when is not recorded.
  private mutating func assumeInForce() {
    guard stage == nil else { return }
    stage = .inForce
    wasAdopted = true
  }

  /// Moves the end that runs, or the one that passed last.
  private mutating func extend(to until: FuzzyDate?, from day: FuzzyDate) {
    let now = day.earliest
    if let suspension, !hasRunOut(by: now),
      // A suspension that is over can only be meant by a day within the act's own time.
      !suspension.until.isPast(on: now) || isWithinAct(until)
    {
      self.suspension?.until = until
    } else if stage == .adopted || stage == .inForce {
      end = until
    }
  }

  /// Moves the end that runs; if that has passed, a new spell of the same kind begins.
  ///
  /// What was never adopted has none.
  private mutating func extendOrRevive(to until: FuzzyDate?, from day: FuzzyDate) {
    let now = day.earliest
    let ended = stageBeforeEnd ?? .inForce
    if hasRunOut(by: now) || stage == .expired && ended >= .adopted {
      if stage == .expired { stage = ended }
      (since, end, suspension, hasLapsed) = (day, until, nil, false)
    } else if stage?.isOver == true {
      return
    } else if let running = suspension, !running.until.isPast(on: now) {
      suspension?.until = until
    } else if suspension != nil || hasLapsed, isWithinAct(until) {
      (suspension, hasLapsed) = (Suspension(since: day, until: until), false)
    } else if stage == .adopted || stage == .inForce {
      end = until
    }
  }

  private func isWithinAct(_ until: FuzzyDate?) -> Bool {
    guard let end else { return true }
    return until.map { $0.latest <= end.latest } ?? false
  }

  // MARK: What time alone does

  private func hasRunOut(by day: Day) -> Bool {
    (stage == .adopted || stage == .inForce) && end.isPast(on: day)
  }

  /// Makes what has ended by itself before a turn part of the state.
  private mutating func settle(before turn: MeasureTurn) {
    let day = turn.day.earliest
    if hasRunOut(by: day) {
      (stage, since) = (.expired, end?.dayAfter)
      (end, suspension, hasLapsed) = (nil, nil, false)
    } else if let until = suspension?.until, until.latest < day {
      since = until.dayAfter
      (suspension, hasLapsed) = (nil, true)
    }
  }
}

extension FuzzyDate? {
  /// Whether even the last day that the date may mean is past.
  fileprivate func isPast(on day: Day) -> Bool { map { $0.latest < day } ?? false }
}

extension FuzzyDate {
  /// The day after a date given to the day; nil where it leaves anything open.
  fileprivate var dayAfter: FuzzyDate? {
    guard earliest == latest, flags.isEmpty else { return nil }
    let next = latest.adding(days: 1)
    return next.isOpenEnd ? nil : try? FuzzyDate("\(next)")
  }
}
