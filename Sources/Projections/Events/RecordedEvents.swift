package import Stances

/// Decoded events of a log, read once, from which any query within them can be answered.
package struct RecordedEvents: Sendable {
  /// What is needed of one recorded event; its stored bytes are let go.
  struct Record: Sendable {
    let position: Int64
    let recorded: Timestamp
    let id: EventID
    /// Nil for a type or version that this program does not know.
    let event: Event?

    init(_ recorded: RecordedEvent) {
      position = recorded.position
      self.recorded = recorded.recorded
      id = recorded.id
      event = recorded.event
    }
  }

  /// Events in order of position, with every correction of theirs.
  let records: [Record]
  /// The log's corrections and retractions.
  let amendments: [Amendment]

  init(_ records: [Record], amendments: [Amendment]) {
    self.records = records
    self.amendments = amendments
  }

  /// Takes recorded events in order of position, with every correction of theirs.
  package init(_ records: [RecordedEvent], amendments: [Amendment]) {
    self.init(records.map(Record.init), amendments: amendments)
  }
}
