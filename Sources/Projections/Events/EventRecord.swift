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

  /// The event or its correction whose content counts in the query; nil if it is withdrawn.
  package var standing: RecordedEvent? {
    guard retractedBy == nil else { return nil }
    return correctedBy.map { id in amendments.last { $0.id == id } } ?? event
  }
}

extension LogView {
  /// One event with later events about it, by id or position.
  ///
  /// - Throws: ``QueryError`` with the nearest ids.
  package func event(_ name: String) throws -> EventRecord {
    let event = try log.requiredEvent(name, upTo: clocks.at)
    let acting = QueryAmendments(facts.amendments, on: clocks, whole: nil)
    let amendments = try facts.amendments.amendments(of: event.position)
      .filter { $0.position <= clocks.at }.compactMap { try log.event(at: $0.position) }
    // The bytes are shown beside the root that they are under.
    let tree = try log.checkedTree(under: log.treeHead(at: clocks.at))
    for shown in [event] + amendments { try tree.check(shown.bytes, at: shown.position) }
    return EventRecord(
      event: event, amendments: amendments,
      correctedBy: try acting.correction(of: event.position).flatMap { try log.event(at: $0)?.id },
      retractedBy: try acting.retraction(of: event.position).flatMap { try log.event(at: $0)?.id })
  }
}
