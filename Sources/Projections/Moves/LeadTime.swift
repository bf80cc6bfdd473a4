package import Stances

/// The time between a company's move and the nearest measure that pushes the same way.
package struct LeadTime: Hashable, Sendable {
  /// The move.
  package let change: ConductChange
  /// The nearest measure; nil if none of that market and push is known.
  package let nearest: Nearest?

  /// A measure's coming into force, or its adoption, near a move.
  package struct Nearest: Hashable, Sendable {
    /// The key of the measure.
    package let measure: MeasureKey
    /// The title of the measure.
    package let title: String
    /// The status to which the measure then came.
    package let status: MeasureStatus
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
  /// One of the same market that pushes the same way, on the day on which it was adopted or came
  /// into force; if two are equally near, the earlier counts.
  package static func leadTimes(
    of changes: [ConductChange], measures: [MeasureHistory]
  ) -> [LeadTime] {
    var turns: [Way: [Turn]] = [:]
    for turn in measures.flatMap(\.turns) {
      for market in turn.measure.markets {
        turns[Way(push: turn.measure.push, market: market), default: []].append(turn)
      }
    }
    return changes.map { change in
      let likewise = turns[Way(push: change.direction, market: change.market)] ?? []
      return LeadTime(change: change, nearest: .init(to: change.after.since, among: likewise))
    }
  }

  /// What two moves in the same direction in the same market have in common.
  private struct Way: Hashable {
    let push: Push
    let market: Market
  }
}

/// The adoption of a measure, or its coming into force, on a day that is known.
private struct Turn {
  let measure: Measure
  let since: FuzzyDate

  /// The days from the measure to a move; nil if one of their days is open.
  func days(to moved: FuzzyDate) -> ClosedRange<Int>? {
    guard let least = since.latest.days(until: moved.earliest),
      let most = since.earliest.days(until: moved.latest)
    else { return nil }
    return least...most
  }
}

extension MeasureHistory {
  /// The periods that begin with the adoption of the measure or its coming into force.
  fileprivate var turns: [Turn] {
    var before: MeasureStatus?
    return periods.compactMap { period in
      let status = period.measure.status
      defer { before = status }
      guard status != before, status == .adopted || status == .inForce else { return nil }
      return period.measure.since.map { Turn(measure: period.measure, since: $0) }
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
      since: turn.since, days: days)
  }
}

extension ClosedRange<Int> {
  /// Twice the distance of the middle of the range from 0.
  fileprivate var distance: Int { abs(lowerBound + upperBound) }
}
