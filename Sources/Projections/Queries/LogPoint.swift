package import EventLog
package import Stances

/// A point on the log clock: a position, or the last event that was recorded by an instant.
package enum LogPoint: Hashable, Sendable {
  case position(Position)
  case instant(Timestamp)

  /// Reads a number or an instant of RFC 3339.
  package init(_ text: String) throws {
    if let position = Position(text), position >= .beforeFirst {
      self = .position(position)
    } else {
      self = .instant(try Timestamp(rfc3339: text))
    }
  }

  /// Whether no later append can move it.
  ///
  /// So are a position and an instant after which something is recorded already: times of recording
  /// never go backwards.
  package func isFixed(by head: LogState) -> Bool {
    switch self {
    case .position: true
    case .instant(let instant): head.recorded.map { instant < $0 } ?? false
    }
  }

  /// The position in a log with this head.
  ///
  /// An instant that is past but not fixed yet means the head: an append may still be under way
  /// that began before it. An answer names the position, which stays.
  ///
  /// - Throws: ``QueryError`` for a position that the log does not have yet, and for an instant
  ///   that is still to come: an answer at it would change.
  package func position(
    in log: LogReader, with head: LogState, now: Timestamp
  ) throws -> Position {
    switch self {
    case .position(let position):
      guard position <= head.position else {
        throw QueryError.beyondHead(position, head: head.position)
      }
      return position
    case .instant(let instant):
      if isFixed(by: head) { return try log.position(recordedBy: instant) }
      guard instant <= now else { throw QueryError.stillToCome(instant, head: head.position) }
      return head.position
    }
  }
}
