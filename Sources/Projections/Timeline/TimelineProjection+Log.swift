package import EventLog
package import Stances

extension TimelineProjection {
  /// Measures, entries and trade figures, as one query of a log sees them.
  package static func timeline(in log: LogReader, clocks: Clocks) throws -> Timeline {
    timeline(in: try KnownEvents(in: log, on: clocks))
  }

  /// Every measure that has begun by the day of the query, by jurisdiction, then key.
  package static func measures(in log: LogReader, clocks: Clocks) throws -> [Measure] {
    measures(in: try KnownEvents([.measureSteps], in: log, on: clocks))
  }
}

extension EventFilter {
  /// All that the measures of a log are made of.
  package static var measureSteps: EventFilter { .types([.governmentMeasure]) }
}
