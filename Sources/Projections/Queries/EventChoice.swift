package import EventLog
package import Stances

/// Which events a list has; each part narrows it, companies are named as people do.
package struct EventChoice: Sendable {
  /// Companies, by slug or any of their names.
  package var companies: [String] = []
  /// Bodies.
  package var bodies: [BodyID] = []
  /// Measures.
  package var measures: [MeasureKey] = []
  /// Types of events.
  package var types: [EventType] = []
  /// What events say.
  package var content = ContentChoice()
  /// Events that may have happened on one of these days.
  package var occurred: DayRange?
  /// Events that may have been published on one of these days.
  package var published: DayRange?
  /// Events after this position.
  package var after = Position.beforeFirst
  /// Events before this position; nil for no bound.
  package var before: Position?
  /// Whether the last recorded come first.
  package var newestFirst = false
  /// At most this many events.
  package var limit: Int?

  /// A choice that every event passes.
  package init() {}

  /// The positions that it is about, up to a last one; nil if there are none.
  package func positions(upTo last: Position) -> ClosedRange<Position>? {
    let last = min(last, before.map { Position($0.number - 1) } ?? last)
    return after < last ? after.next...last : nil
  }

  /// The filter for a log that knows the companies, bodies and measures.
  ///
  /// Names are those that it had at a position, or at its head.
  ///
  /// - Throws: ``QueryError`` for a name that the log does not have.
  package func filter(in log: LogReader, at position: Position? = nil) throws -> EventFilter {
    var filter = EventFilter()
    let position = try position ?? log.head
    if !companies.isEmpty {
      let whole = Clocks(to: .distantFuture, at: position)
      filter.companies = try LogView(of: log, on: whole).companies(companies) ?? []
    }
    try log.require(bodies, measures, by: position)
    filter.bodies = bodies
    filter.measures = measures
    filter.types = types.map(\.rawValue)
    filter.content = content
    filter.occurred = occurred
    filter.published = published
    if after > .beforeFirst { filter.positions = after.next ... .max }
    filter.newestFirst = newestFirst
    filter.limit = limit
    return filter
  }
}

extension LogReader {
  /// Refuses a body or measure that the log does not have by a position, with the nearest ones.
  func require(_ bodies: [BodyID], _ measures: [MeasureKey], by position: Position) throws {
    for body in bodies {
      guard let nearest = try suggestions(for: body, by: position) else { continue }
      throw QueryError.unknownBody(body.text, nearest: nearest)
    }
    for measure in measures {
      guard let nearest = try suggestions(for: measure, by: position) else { continue }
      throw QueryError.unknownMeasure(measure.text, nearest: nearest)
    }
  }

  /// The event that a person names by its id or its position, among those up to a position; refused
  /// with the nearest ids.
  package func requiredEvent(_ name: String, upTo last: Position = .max) throws -> RecordedEvent {
    if let id = EventID(name), let event = try event(id), event.position <= last { return event }
    if let position = Position(name), position <= last, let event = try event(at: position) {
      return event
    }
    throw QueryError.unknownEvent(name, nearest: try EventID(name).map(nearestEvents) ?? [])
  }
}
