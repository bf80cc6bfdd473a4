package import Stances

/// How far a company's move lies from the nearest measure that pushes the same way.
package struct LeadTime: Hashable, Sendable {
  /// The move.
  package let change: ConductChange
  /// The nearest measure; nil where none of that market and push is known.
  package let nearest: Nearest?

  /// A measure's coming into force, or its adoption, near a move.
  package struct Nearest: Hashable, Sendable {
    /// The key of the measure.
    package let measure: MeasureKey
    /// The title of the measure.
    package let title: String
    /// Where the measure then came to.
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
  /// into force; of two as near the earlier counts.
  package static func leadTimes(
    of changes: [ConductChange], measures: [MeasureCourse]
  ) -> [LeadTime] {
    let turns = measures.flatMap(\.turns)
    return changes.map { change in
      let near = turns.compactMap { turn -> LeadTime.Nearest? in
        guard turn.push == change.direction, turn.markets.contains(change.market) else {
          return nil
        }
        return LeadTime.Nearest(turn, change.after.since)
      }
      return LeadTime(change: change, nearest: near.min(by: LeadTime.Nearest.isNearer))
    }
  }
}

extension MeasureCourse {
  /// The stretches that begin with the adoption of the measure or its coming into force.
  fileprivate var turns: [Measure] {
    var before: MeasureStatus?
    return stretches.compactMap { stretch in
      let status = stretch.measure.status
      defer { before = status }
      return status != before && (status == .adopted || status == .inForce)
        ? stretch.measure : nil
    }
  }
}

extension LeadTime.Nearest {
  /// The distance of a move from a measure; nil where one of their days is open.
  fileprivate init?(_ measure: Measure, _ moved: FuzzyDate) {
    guard let since = measure.since,
      let least = since.latest.days(until: moved.earliest),
      let most = since.earliest.days(until: moved.latest)
    else { return nil }
    self.init(
      measure: measure.measure, title: measure.title, status: measure.status, since: since,
      days: least...most)
  }

  /// Nearer by the middle of the range, then earlier, then by key.
  fileprivate static func isNearer(_ left: Self, _ right: Self) -> Bool {
    (left.distance, left.since.earliest, left.measure)
      < (right.distance, right.since.earliest, right.measure)
  }

  /// Twice the distance of the middle of the range.
  private var distance: Int { abs(days.lowerBound + days.upperBound) }
}
