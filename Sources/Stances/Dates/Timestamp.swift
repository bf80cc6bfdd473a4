/// An instant in UTC, to the millisecond, as the log records it.
package struct Timestamp: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let milliseconds: Int64

  /// The instant so many milliseconds after 1970-01-01T00:00:00Z.
  ///
  /// Instants outside the years 0000 to 9999, which RFC 3339 cannot write, become the nearest that
  /// it can.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.first), Self.last)
  }

  /// The calendar day in UTC.
  package var day: Day {
    Day(ordinal: Int(milliseconds).flooredQuotient(by: Self.millisecondsInDay))
  }

  static let millisecondsInDay = 86_400_000
  /// 0000-01-01T00:00:00.000Z.
  private static let first: Int64 = -719_528 * 86_400_000
  /// 9999-12-31T23:59:59.999Z.
  private static let last: Int64 = 2_932_897 * 86_400_000 - 1
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
