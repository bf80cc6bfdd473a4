package import Stances

/// Decoded records of a log, read once, from which any query within them can be answered.
package struct RecordedEvents: Sendable {
  /// Events in order of position, with every correction of theirs.
  package let records: [RecordedEvent]
  /// The log's corrections and retractions.
  package let amendments: [Amendment]

  package init(_ records: [RecordedEvent], amendments: [Amendment]) {
    self.records = records
    self.amendments = amendments
  }
}
