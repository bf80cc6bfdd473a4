package import EventLog
package import Stances

/// Every change of postures and measures up to the day of a query, day by day.
package enum TurningPointProjection {
  /// The changes of postures, in order of day, then company and market.
  ///
  /// `companies` asks for these alone.
  package static func postures(
    in log: LogReader, clocks: Clocks, companies: [CompanyID]? = nil
  ) throws -> [TurningPoint] {
    let courses = try CourseProjection.courses(in: log, clocks: clocks, companies: companies)
    let changes = courses.flatMap(\.changes).map {
      ($0.day, TurningPoint.Change.posture($0.change))
    }
    return try points(of: changes, in: log, clocks: clocks)
  }

  /// The changes of measures, in order of day, then jurisdiction and key.
  package static func measures(in log: LogReader, clocks: Clocks) throws -> [TurningPoint] {
    let courses = try CourseProjection.measures(in: log, clocks: clocks)
    return try points(of: courses.flatMap(\.changes), in: log, clocks: clocks)
  }

  private static func points(
    of changes: [DatedChange], in log: LogReader, clocks: Clocks
  ) throws -> [TurningPoint] {
    var moments = try RecordingMoments(in: log, clocks: clocks)
    return
      try changes
      .compactMap { day, change in
        // What no event is named for is no change: a company first heard of, that says nothing.
        guard let recorded = try change.causes.map({ try moments.moment(of: $0) }).max() else {
          return nil
        }
        return TurningPoint(day: day, change: change, recorded: recorded)
      }
      // A stable order: within a day as the courses come.
      .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }
}

private typealias DatedChange = (day: Day, change: TurningPoint.Change)

extension MeasureCourse {
  fileprivate var changes: [DatedChange] {
    var before: Measure?
    return stretches.compactMap { stretch in
      defer { before = stretch.measure }
      return MeasureChange(of: measure, from: before, to: stretch.measure)
        .map { (stretch.from, .measure($0)) }
    }
  }
}

/// When the log took in events, each with the correction that acts on it.
private struct RecordingMoments {
  private let log: LogReader
  private let acting: ActingAmendments
  private var known: [EventID: Timestamp] = [:]

  init(in log: LogReader, clocks: Clocks) throws {
    self.log = log
    acting = ActingAmendments(try log.amendments(), within: clocks)
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
