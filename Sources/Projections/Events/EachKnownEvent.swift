import EventLog
import Stances

extension LogView {
  /// Passes each event of any company that the query knows of, in the order of the log, in the content
  /// that counts: registrations, captures and all that reports something, but no amendments and
  /// nothing that is withdrawn.
  ///
  /// Memory does not grow with the log.
  func forEachKnownEvent(_ body: (KnownEvent) throws -> Void) throws {
    guard clocks.at > .beforeFirst else { return }
    let acting = try facts.acting(on: clocks)
    var filter = EventFilter()
    filter.positions = Position.beforeFirst.next...clocks.at
    try log.forEachEvent(filter) { record in
      guard record.event?.content.type.isAmendment != true,
        let source = acting.source(of: record.position)
      else { return true }
      var event = record.event
      var correctedBy: EventID?
      if source != record.position, let amendment = try log.event(at: source),
        case .correction(let correction) = amendment.event?.content
      {
        (event, correctedBy) = (correction.replacement, amendment.id)
      }
      guard let event, clocks.couldKnow(event.published) else { return true }
      try body(
        KnownEvent(
          position: record.position, recorded: record.recorded, event: event,
          correctedBy: correctedBy))
      return true
    }
  }
}
