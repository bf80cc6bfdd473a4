package import EventLog
package import Stances

/// How everything came to stand as it does: what a report shows beside one day's answer.
package struct Courses: Sendable {
  /// Every posture on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// Every posture on every day, as known by the query.
  package let postures: [PostureCourse]
  /// Every measure's life, as known by the query.
  package let measures: [MeasureCourse]
  /// What was announced for a later day.
  package let promises: [Promise]
  /// Every change of conduct, with the measure nearest to it.
  package let moves: [LeadTime]

  /// The courses up to the day of the clocks; `companies` asks for these alone.
  package init(in log: LogReader, clocks: Clocks, companies: [CompanyID]? = nil) throws {
    frames = try CourseProjection.replayFrames(in: log, clocks: clocks, companies: companies)
    postures = try CourseProjection.courses(in: log, clocks: clocks, companies: companies)
    measures = try CourseProjection.measures(in: log, clocks: clocks)
    promises = PromiseProjection.promises(
      in: try KnownEvents([.types([.publicAnnouncement])], in: log, on: clocks),
      courses: postures)
    moves = LeadTimeProjection.leadTimes(
      of: ConductChangeProjection.changes(in: postures), measures: measures)
  }

  /// The changes that went back on a step.
  package var reversals: [ConductChange] { moves.map(\.change).filter(\.isReversal) }
}
