import EventLog
import Stances

/// What the page of the timeline shows.
package struct TimelinePageData: Sendable {
  /// Measures with their status, and everything that happened.
  package let timeline: Timeline
  /// Where all companies stand on the day of the query.
  package let postures: [Posture]
  /// What the picture over time shows.
  package let picture: TimePictureData
  /// Every posture on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// Every change of conduct, with the measure nearest to it.
  package let leadTimes: [LeadTime]
}

extension LogView {
  /// The timeline of all companies and governments with all that its page shows beside it.
  ///
  /// Moves and events are read once. The moves are folded on another thread while the events are
  /// decoded.
  package func timelinePage() throws -> TimelinePageData {
    guard companies == nil else { return try narrowed(to: nil).timelinePage() }
    let knowledge = try knowledge()
    let folding = Background { [clocks, moves = try facts.holdMoves()] in
      Result {
        try moves.compactMap { $0.filtered(where: clocks.includes) }
          .map { try FindingFrames(of: $0, in: knowledge, clocks: clocks) }
      }
    }
    let recorded = try recorded([EventFilter()])
    let known = KnownEvents(recorded, on: clocks)
    let timeline = TimelineProjection.timeline(in: known)
    let measures = known.measureHistories()
    let frames = try named(folding.result().get(), in: knowledge)
    let histories = frames.compactMap { $0.history(upTo: clocks.to) }
    return TimelinePageData(
      timeline: timeline, postures: histories.compactMap { $0.posture(on: clocks.to) },
      picture: try timePicture(
        of: known, among: recorded, entries: timeline.entries, histories: histories,
        measures: measures),
      frames: frames,
      leadTimes: LeadTimeProjection.leadTimes(
        of: ConductChangeProjection.changes(in: histories), measures: measures, in: known,
        known.registrations))
  }
}
