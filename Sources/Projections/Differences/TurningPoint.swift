import EventLog
package import Stances

/// A day on which a posture or the status of a measure changed, by what a query knows.
package struct TurningPoint: Hashable, Sendable {
  /// What changed.
  package enum Change: Hashable, Sendable {
    case posture(PostureChange)
    case measure(MeasureChange)

    /// The events that did it.
    package var causes: [EventID] {
      switch self {
      case .posture(let change): change.causes
      case .measure(let change): change.causes
      }
    }
  }

  /// The first day of the change, as a replay counts it: of a fuzzy date the day that reaches it;
  /// nil for what was so before any day that is known.
  package let day: Day?
  /// What changed, from the day before to this day.
  package let change: Change
  /// When the log began to say so: when the latest of the causes, or its correction, was recorded.
  package let recorded: Timestamp
}

extension LogView {
  /// The changes of postures up to the day of the query, in order of day, then company and market.
  package func postureTurns() throws -> [TurningPoint] {
    try turningPoints(
      of: postureHistories().flatMap(\.changes).map { ($0.day, .posture($0.change)) })
  }

  /// The changes of measures up to the day of the query, in order of day, then jurisdiction and
  /// key.
  package func measureTurns() throws -> [TurningPoint] {
    try turningPoints(of: measureHistories().flatMap(\.changes))
  }

  private func turningPoints(of changes: [DatedChange]) throws -> [TurningPoint] {
    var moments = RecordingMoments(in: log, acting: try acting())
    return
      try changes
      .compactMap { day, change in
        // Without an event it is not a change: a company first heard of that says nothing.
        guard let recorded = try change.causes.map({ try moments.moment(of: $0) }).max() else {
          return nil
        }
        return TurningPoint(day: day, change: change, recorded: recorded)
      }
      // A stable order: within a day as the histories come.
      .enumerated().sorted {
        ($0.element.day ?? .distantPast, $0.offset) < ($1.element.day ?? .distantPast, $1.offset)
      }
      .map(\.element)
  }
}

private typealias DatedChange = (day: Day?, change: TurningPoint.Change)

extension MeasureHistory {
  fileprivate var changes: [DatedChange] {
    var before: Measure?
    return periods.compactMap { period in
      defer { before = period.measure }
      return MeasureChange(of: measure, from: before, to: period.measure)
        .map { (period.from, .measure($0)) }
    }
  }
}

/// When events were recorded, each with the correction that acts on it.
private struct RecordingMoments {
  private let log: LogReader
  private let acting: QueryAmendments
  private var known: [EventID: Timestamp] = [:]

  init(in log: LogReader, acting: QueryAmendments) {
    self.log = log
    self.acting = acting
  }

  mutating func moment(of id: EventID) throws -> Timestamp {
    if let moment = known[id] { return moment }
    guard let event = try log.event(id) else { throw ProjectionError.unknownEvent(id) }
    let correction = try acting.correction(of: event.position).flatMap { try log.event(at: $0) }
    let moment = correction?.recorded ?? event.recorded
    known[id] = moment
    return moment
  }
}
