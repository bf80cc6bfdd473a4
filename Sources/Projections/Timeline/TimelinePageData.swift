import EventLog
import Stances

/// The timeline of a query with all that a page shows beside it, from one reading of the log.
package struct TimelinePageData: Sendable {
  /// Measures as they stand, and everything that happened.
  package let timeline: Timeline
  /// Where everybody stands on the day of the query.
  package let postures: [Posture]
  /// What the picture over time shows.
  package let picture: TimePictureData
  /// Every posture on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// Every change of conduct, with the measure nearest to it.
  package let leadTimes: [LeadTime]

  /// Reads the events once and folds the moves once; what is shown twice is taken from there.
  init(in log: LogReader, clocks: Clocks) throws {
    let recorded = try RecordedEvents(upTo: clocks.at, in: log)
    let known = KnownEvents(recorded, on: clocks)
    timeline = TimelineProjection.timeline(in: known)
    frames = try CourseProjection.replayFrames(in: log, clocks: clocks)
    let courses = frames.compactMap { $0.course(upTo: clocks.to) }
    let measures = CourseProjection.measures(in: known)
    postures = courses.compactMap { $0.posture(on: clocks.to) }
    leadTimes = LeadTimeProjection.leadTimes(
      of: ConductChangeProjection.changes(in: courses), measures: measures)
    picture = try TimePictureProjection.picture(
      of: known, among: recorded, entries: timeline.entries, courses: courses,
      measures: measures, in: log)
  }
}
