// The words of days in the dates of mail (RFC 5322 §3.3) and HTTP (RFC 9110 §5.6.7).

extension Day {
  /// The months of such dates, January first.
  package static let internetMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The day of the week in such a date.
  package var internetWeekday: String {
    // 1970-01-01 was a Thursday.
    ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][(Int(ordinal) % 7 + 7) % 7]
  }

  /// The month in such a date.
  package var internetMonth: String { Self.internetMonths[month - 1] }
}

extension Timestamp {
  /// The time of the day in UTC, to the second, rounded down: `12:34:56`.
  package var clockWords: String {
    let seconds = milliseconds / 1_000 - Int64(day.ordinal) * 86_400
    return [seconds / 3_600, seconds / 60 % 60, seconds % 60].map {
      zeroPadded(Int($0), to: 2)
    }.joined(separator: ":")
  }
}
