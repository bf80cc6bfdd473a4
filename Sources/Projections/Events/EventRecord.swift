import EventLog
package import Stances

/// One event with what was later recorded about it.
package struct EventRecord: Sendable {
  /// The event as the log holds it.
  package let event: RecordedEvent
  /// The corrections and retractions of it, in order of position.
  package let amendments: [RecordedEvent]
  /// The correction that acts in the query.
  package let correctedBy: EventID?
  /// The retraction that acts in the query.
  package let retractedBy: EventID?

  /// An event with later events about it.
  package init(
    event: RecordedEvent, amendments: [RecordedEvent], correctedBy: EventID?,
    retractedBy: EventID?
  ) {
    self.event = event
    self.amendments = amendments
    self.correctedBy = correctedBy
    self.retractedBy = retractedBy
  }
}

extension LogView {
  /// One event with later events about it, by id or position.
  ///
  /// - Throws: ``QueryError`` with the nearest ids.
  package func event(_ name: String) throws -> EventRecord {
    let event = try log.requiredEvent(name, upTo: clocks.at)
    let acting = try acting()
    return EventRecord(
      event: event,
      amendments: try facts.amendments()
        .filter { $0.target == event.position && $0.position <= clocks.at }
        .compactMap { try log.event(at: $0.position) },
      correctedBy: try acting.correction(of: event.position).flatMap { try log.event(at: $0)?.id },
      retractedBy: try acting.retraction(of: event.position).flatMap { try log.event(at: $0)?.id })
  }
}
