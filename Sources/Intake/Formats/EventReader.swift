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

/// Some events of a file, in order, with the line on which each starts.
struct EventBatch: Sendable {
  private(set) var events: [ProposedEvent] = []
  private(set) var lines: [Int] = []

  mutating func append(_ located: LocatedEvent) {
    events.append(located.event)
    lines.append(located.line)
  }
}

/// Gathers a reader's events into batches.
///
/// What was read before a refusal is handed out before it, so that the first mistake of a file is
/// the one that is reported, whichever thread finds it.
struct BatchReader<Reader: EventReader> {
  private var reader: Reader
  private var refusal: (any Error)?
  private let size: Int

  init(_ reader: Reader, size: Int) {
    self.reader = reader
    self.size = size
  }

  /// The next events, or nil after the last.
  mutating func next() throws -> EventBatch? {
    if let refusal { throw refusal }
    var batch = EventBatch()
    do {
      while batch.events.count < size, let located = try reader.next() {
        batch.append(located)
      }
    } catch {
      guard !batch.events.isEmpty else { throw error }
      refusal = error
    }
    return batch.events.isEmpty ? nil : batch
  }
}
