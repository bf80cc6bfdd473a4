package import Errors
package import EventLog
package import Stances

/// The point up to which a reader has seen a log: a position, a day or an instant.
package enum SeenPoint: Hashable, Sendable {
  case position(Position)
  /// The start of a day.
  case day(Day)
  case instant(Timestamp)

  /// Reads `412`, `2026-11-28T18:00Z`, or a day or period, of which the start is meant.
  package init(_ text: String, today: Day) throws(SeenPointError) {
    if let position = Position(text), position >= .beforeFirst {
      self = .position(position)
    } else if let days = try? DayPhrase(text, today: today) {
      self = .day(days.first)
    } else if let instant = try? Timestamp(rfc3339: Self.withSeconds(text)) {
      self = .instant(instant)
    } else {
      throw SeenPointError(text: text)
    }
  }

  /// The query whose answer was seen, given the one that is asked now.
  ///
  /// - Parameters:
  ///   - after: the query that is asked now; nothing after it was seen.
  ///   - seen: the day that was seen; nil for that of the point.
  ///   - log: the log.
  ///   - head: the head of the log.
  ///   - now: the current instant.
  /// - Returns: the query.
  /// - Throws: ``QueryError`` for a point that the log does not have yet.
  package func clocks(
    before after: Clocks, seen: Day?, in log: LogReader, with head: LogState, now: Timestamp
  ) throws -> Clocks {
    let (position, day): (Position, Day)
    switch self {
    case .position(let point):
      position = try LogPoint.position(point).position(in: log, with: head, now: now)
      day = try log.recorded(at: position)?.day ?? after.to
    case .day(let first):
      let last = Timestamp(milliseconds: first.firstMoment.milliseconds - 1)
      position = try log.position(recordedBy: last)
      day = first.adding(days: -1)
    case .instant(let instant):
      position = try LogPoint.instant(instant).position(in: log, with: head, now: now)
      day = instant.day
    }
    var before = after
    before.at = min(position, after.at)
    before.to = min(seen ?? day, after.to)
    return before
  }

  /// The instant with its seconds, which people omit.
  private static func withSeconds(_ text: String) -> String {
    guard text.utf8.count == 17, text.hasSuffix("Z") else { return text }
    return text.dropLast() + ":00Z"
  }
}

/// A text that names no point of a log.
package struct SeenPointError: CallerError, Hashable {
  /// The text.
  package let text: String

  package var kind: ErrorKind { .usage }

  /// What programs know it by.
  package var code: String { "bad_parameter" }
}

extension SeenPointError: CustomStringConvertible {
  package var description: String {
    "since: '\(printable(text))' is not a position, a day or an instant; write 412, 2026-11-01, "
      + "monday, -7d or 2026-11-28T18:00Z"
  }
}
