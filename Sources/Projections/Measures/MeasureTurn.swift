import Stances

/// One moment in the life of a measure at which a step changes it.
///
/// A step is one turn; a step that puts an act into force on a later day is two: the act is adopted
/// on the day the step is made and in force on its effective day.
struct MeasureTurn {
  /// What the turn does to the measure.
  enum Effect {
    /// It comes at least this far on its way into force.
    case advance(MeasureStage)
    /// An act adopted before comes into force, as had been set.
    case due
    case amend, suspend, extend
    /// It ends.
    case end(MeasureStage)
  }

  let step: MeasureStep
  let effect: Effect
  let day: FuzzyDate

  /// The turns of one step.
  static func turns(of step: MeasureStep) -> [MeasureTurn] {
    func turn(_ effect: Effect) -> MeasureTurn {
      MeasureTurn(step: step, effect: effect, day: step.day)
    }
    switch step.measure.phase {
    case .inForce where step.isAhead, .adopted where step.isAhead:
      let adoption = MeasureTurn(step: step, effect: .advance(.adopted), day: step.occurred)
      return [adoption, turn(.due)]
    case .adopted where step.measure.effective == nil: return [turn(.advance(.adopted))]
    case .adopted, .inForce: return [turn(.advance(.inForce))]
    case .threatened: return [turn(.advance(.threatened))]
    case .proposed: return [turn(.advance(.proposed))]
    case .amended: return [turn(.amend)]
    case .suspended: return [turn(.suspend)]
    case .extended: return [turn(.extend)]
    case .lifted: return [turn(.end(.lifted))]
    case .expired: return [turn(.end(.expired))]
    }
  }

  /// The day on which the turn is reached: nothing was done after it was reported.
  func day(by reach: DateReach) -> Day {
    day == step.occurred
      ? reach.day(reaching: day, reportedOn: step.published) : reach.day(reaching: day)
  }

  /// Whether the turn may be about some companies alone: what ends, suspends or extends the act, or
  /// puts it into force for companies whose status differs from the rest.
  func canBeNarrow(_ deviating: some Collection<CompanyID>) -> Bool {
    switch effect {
    case .suspend, .extend, .end: true
    case .advance, .due:
      !step.measure.addressees.companies.isEmpty
        && step.measure.addressees.companies.allSatisfy(deviating.contains)
    case .amend: false
    }
  }

  /// Whether it is the second turn of a step that was made ahead of its day.
  var isDue: Bool { if case .due = effect { true } else { false } }

  /// The turn's place among all turns of its measure.
  var order: TimeOrder {
    TimeOrder(day, published: step.published, position: step.position)
  }
}

/// How far a measure has come, a suspension apart.
enum MeasureStage: Int, Comparable {
  case threatened, proposed, adopted, inForce, lifted, expired

  /// Whether the act has ended.
  var isOver: Bool { self >= .lifted }

  /// The status of an act at this stage that is not suspended.
  var status: MeasureStatus {
    switch self {
    case .threatened: .threatened
    case .proposed: .proposed
    case .adopted: .adopted
    case .inForce: .inForce
    case .lifted: .lifted
    case .expired: .expired
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
