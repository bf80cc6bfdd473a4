package import EventLog
package import Stances

extension LogReader {
  /// The event that a person names by its id or its position, among those up to a position; refused
  /// with the nearest ids.
  package func requiredEvent(_ name: String, upTo last: Int64 = .max) throws -> RecordedEvent {
    if let id = EventID(name), let event = try event(id), event.position <= last { return event }
    if let position = Int64(name), position <= last, let event = try event(at: position) {
      return event
    }
    throw QueryError.unknownEvent(name, nearest: try EventID(name).map(nearestEvents) ?? [])
  }
}
