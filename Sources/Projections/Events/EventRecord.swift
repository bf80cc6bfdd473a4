import EventLog
package import Stances

/// A file that is kept beside the log: a copy of what a source showed.
package struct KeptCopy: Hashable, Sendable {
  /// The capture that records it.
  package let id: EventID
  /// What that says of the file.
  package let capture: Capture

  /// Whether it is a copy of a source.
  package func isOf(_ source: Evidence) -> Bool {
    let pages = Capture.pages(of: source.url, source.archived)
    return capture.urls.contains { pages.contains(Capture.page(of: $0)) }
  }
}

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
  /// The files that are kept of its sources, and of those that its corrections name.
  package let copies: [KeptCopy]

  /// An event with later events about it.
  package init(
    event: RecordedEvent, amendments: [RecordedEvent], correctedBy: EventID?,
    retractedBy: EventID?, copies: [KeptCopy] = []
  ) {
    self.event = event
    self.amendments = amendments
    self.correctedBy = correctedBy
    self.retractedBy = retractedBy
    self.copies = copies
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
    let evidence = ([event] + amendments).flatMap { $0.event?.allEvidence ?? [] }
    return EventRecord(
      event: event, amendments: amendments,
      correctedBy: try acting.correction(of: event.position).flatMap { try log.event(at: $0)?.id },
      retractedBy: try acting.retraction(of: event.position).flatMap { try log.event(at: $0)?.id },
      copies: try log.captures(
        of: Set(evidence.flatMap { Capture.pages(of: $0.url, $0.archived) }), upTo: clocks.at
      ).map { KeptCopy(id: $0.id, capture: $0.capture) })
  }
}

extension Event {
  /// Its evidence, and that of the event that it replaces another with.
  fileprivate var allEvidence: [Evidence] {
    guard case .correction(let correction) = content else { return evidence }
    return evidence + correction.replacement.evidence
  }
}
