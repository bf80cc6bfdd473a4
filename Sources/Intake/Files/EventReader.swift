import Stances

/// An event with the line of its file on which it starts.
struct LocatedEvent: Sendable {
  let event: ProposedEvent
  let line: Int
}

/// Reads the events of one file, one after the other.
protocol EventReader {
  /// The next event, or nil after the last.
  mutating func next() throws -> LocatedEvent?
}
