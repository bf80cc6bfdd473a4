package import EventLog
package import Stances

/// The timeline of a query with all that a page shows beside it, from one reading of the log.
package struct Chronicle: Sendable {
  /// Measures as they stand, and everything that happened.
  package let timeline: Timeline
  /// Where everybody stands on the day of the query.
  package let postures: [Posture]
  /// What the picture over time shows.
  package let panorama: Panorama
  /// Every posture on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// Every change of conduct, with the measure nearest to it.
  package let moves: [LeadTime]

  /// Reads the events once and folds the moves once; what is shown twice is taken from there.
  ///
  /// - Parameters:
  ///   - log: the log.
  ///   - clocks: the clocks of the query.
  ///   - replay: the frames of the same query, asked for late, so that they can be found meanwhile.
  /// - Throws: ``EventLogError``, ``ProjectionError``, and what `replay` throws.
  package init(
    in log: LogReader, clocks: Clocks, replay: (() throws -> [ReplayFrames])? = nil
  ) throws {
    let recorded = try RecordedEvents(upTo: clocks.at, in: log)
    let known = KnownEvents(recorded, on: clocks)
    timeline = TimelineProjection.timeline(in: known)
    frames =
      try replay?() ?? CourseProjection.replayFrames(in: log, clocks: clocks)
    let courses = frames.compactMap { $0.course(upTo: clocks.to) }
    let measures = CourseProjection.measures(in: known)
    postures = courses.compactMap { $0.posture(on: clocks.to) }
    moves = LeadTimeProjection.leadTimes(
      of: ConductChangeProjection.changes(in: courses), measures: measures)
    panorama = try PanoramaProjection.panorama(
      of: known, among: recorded, entries: timeline.entries, courses: courses,
      measures: measures, in: log)
  }
}
