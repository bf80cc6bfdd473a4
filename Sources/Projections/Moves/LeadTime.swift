import EventLog
package import Stances

/// The time between a company's move and the nearest measure that pushes the same way.
package struct LeadTime: Hashable, Sendable {
  /// The move.
  package let change: ConductChange
  /// The nearest measure; nil if none of that market and
  /// push that addresses the company is known.
  package let nearest: Nearest?

  /// A measure's coming into force, its adoption, or a further step of it, near a move.
  package struct Nearest: Hashable, Sendable {
    /// The key of the measure.
    package let measure: MeasureKey
    /// The title of the measure.
    package let title: String
    /// The status that the measure then had.
    package let status: MeasureStatus
    /// Whether it was amended then.
    package let isAmendment: Bool
    /// Since when, as given.
    package let since: FuzzyDate
    /// Days from the measure to the move; below zero the company moved first.
    ///
    /// Fuzzy dates leave a range.
    package let days: ClosedRange<Int>
  }
}

/// Who moved first, companies or governments.
package enum LeadTimeProjection {
  /// The nearest measure to each change.
  ///
  /// One that addresses the company (by name, sector, country, or with all), in the same market, that
  /// pushes the same way, on the day on which it was adopted, came into force, or was amended or taken
  /// further by a step that addresses the company; if two are equally near, the earlier counts.
  static func leadTimes(
    of changes: [ConductChange], measures: [MeasureHistory], in known: KnownEvents,
    _ registrations: Registrations
  ) -> [LeadTime] {
    let steps = Dictionary(
      grouping: known.events.compactMap(MeasureStep.init), by: \.measure.measure)
    var turns: [Way: [Turn]] = [:]
    for measure in measures {
      for turn in measure.turns(by: steps[measure.measure] ?? [], on: known.clocks) {
        for market in turn.measure.markets {
          turns[Way(push: turn.measure.push, market: market), default: []].append(turn)
        }
      }
    }
    let groups = registrations.groups
    let targets = Dictionary(
      uniqueKeysWithValues: Set(changes.map(\.company)).map { company in
        let members = groups[company] ?? [company]
        let registration = registrations.registration(of: company)
        return (company, AddressedCompany(companies: members, registration: registration))
      })
    return changes.map { change in
      let likewise = turns[Way(push: change.direction, market: change.market)] ?? []
      let addressing = likewise.filter { turn in
        targets[change.company]?.way(in: turn.addressees) != nil
      }
      return LeadTime(change: change, nearest: .init(to: change.after.since, among: addressing))
    }
  }

  /// What two moves in the same direction in the same market have in common.
  private struct Way: Hashable {
    let push: Push
    let market: Market
  }
}

extension LogView {
  /// The measure nearest to each change of conduct in some histories.
  package func leadTimes(of histories: [PostureHistory]) throws -> [LeadTime] {
    try leadTimes(of: histories, in: known([.measureSteps]))
  }

  /// The same, from events that are known already.
  func leadTimes(of histories: [PostureHistory], in known: KnownEvents) throws -> [LeadTime] {
    LeadTimeProjection.leadTimes(
      of: ConductChangeProjection.changes(in: histories), measures: known.measureHistories(),
      in: known, try companies == nil ? registrations() : known.registrations)
  }
}

/// A step of a measure on a day that is known, or its coming to a new status.
private struct Turn {
  let measure: Measure
  /// Whom it is for: of a further step those that it names, else all that the act addresses.
  let addressees: Addressees
  let since: FuzzyDate
  var isAmendment = false

  /// The days from the measure to a move; nil if one of their days is open.
  func days(to moved: FuzzyDate) -> ClosedRange<Int>? {
    guard let least = since.latest.days(until: moved.earliest),
      let most = since.earliest.days(until: moved.latest)
    else { return nil }
    return least...most
  }
}

extension MeasureHistory {
  /// The adoption of the measure, its coming into force, and each further step that amends it or
  /// addresses more companies; one that names no one is for all whom the act addresses.
  fileprivate func turns(by steps: [MeasureStep], on clocks: Clocks) -> [Turn] {
    var before: MeasureStatus?
    let stages = periods.compactMap { period -> Turn? in
      let status = period.measure.status
      defer { before = status }
      guard status != before, status == .adopted || status == .inForce else { return nil }
      return period.measure.since.map {
        Turn(measure: period.measure, addressees: period.measure.addressees, since: $0)
      }
    }
    let further = steps.flatMap(MeasureTurn.turns).compactMap { turn -> Turn? in
      guard turn.isFurther, let then = measure(on: turn.day(by: clocks.reach)),
        then.status == .adopted || then.status == .inForce
      else { return nil }
      let named = turn.step.measure.addressees
      return Turn(
        measure: then, addressees: named == .nobody ? then.addressees : named, since: turn.day,
        isAmendment: turn.step.measure.phase == .amended)
    }
    return stages + further
  }
}

extension MeasureTurn {
  /// Whether it may take an act that is there already further.
  fileprivate var isFurther: Bool {
    switch effect {
    case .amend, .due, .advance(.adopted), .advance(.inForce): true
    case .suspend, .extend, .end, .advance: false
    }
  }
}

extension LeadTime.Nearest {
  /// The nearest by the middle of the range, then the earliest, then by key; nil without any.
  fileprivate init?(to moved: FuzzyDate, among turns: [Turn]) {
    var found: (turn: Turn, days: ClosedRange<Int>)?
    for turn in turns {
      guard let days = turn.days(to: moved) else { continue }
      if let best = found,
        (best.days.distance, best.turn.since.earliest, best.turn.measure.measure)
          <= (days.distance, turn.since.earliest, turn.measure.measure)
      {
        continue
      }
      found = (turn, days)
    }
    guard let (turn, days) = found else { return nil }
    self.init(
      measure: turn.measure.measure, title: turn.measure.title, status: turn.measure.status,
      isAmendment: turn.isAmendment, since: turn.since, days: days)
  }
}

extension ClosedRange<Int> {
  /// Twice the distance of the middle of the range from 0.
  fileprivate var distance: Int { abs(lowerBound + upperBound) }
}
