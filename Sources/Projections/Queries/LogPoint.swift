package import EventLog
package import Stances

/// A point on the log clock: a position, or the last event that was recorded by an instant.
package enum LogPoint: Hashable, Sendable {
  case position(Int64)
  case instant(Timestamp)

  /// Reads a number or an instant of RFC 3339.
  package init(_ text: String) throws {
    if let position = Int64(text), position >= 0 {
      self = .position(position)
    } else {
      self = .instant(try Timestamp(rfc3339: text))
    }
  }

  /// The position in a log.
  ///
  /// - Throws: ``QueryRefusal`` for a position that the log does not have yet: an answer at it
  ///   would change.
  package func position(in log: LogReader) throws -> Int64 {
    switch self {
    case .position(let position):
      let head = try log.head
      guard position <= head else { throw QueryRefusal.beyondHead(position, head: head) }
      return position
    case .instant(let instant):
      return try log.position(recordedBy: instant)
    }
  }
}
