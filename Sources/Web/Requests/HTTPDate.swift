import Stances

/// Instants as HTTP writes them: `Fri, 06 May 2022 12:34:56 GMT` (RFC 9110 §5.6.7).
enum HTTPDate {
  /// The instant to the second, rounded down.
  static func text(_ instant: Timestamp) -> String {
    let day = instant.day
    let seconds = instant.milliseconds / 1_000 - Int64(day.ordinal) * 86_400
    let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map {
      zeroPadded(Int($0), to: 2)
    }
    return "\(weekdays[weekday(of: day)]), \(zeroPadded(day.day, to: 2)) \(months[day.month - 1]) "
      + "\(zeroPadded(day.year, to: 4)) \(clock.joined(separator: ":")) GMT"
  }

  /// Reads the preferred form, which is the only one that Memento's clients may send
  /// (RFC 7089 §2.1); nil for anything else.
  static func instant(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[5] == "GMT", words[1].count == 2, words[3].count == 4,
      let date = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
      let year = Int(words[3]), let day = Day(year: year, month: month + 1, day: date),
      words[0] == "\(weekdays[weekday(of: day)]),"
    else { return nil }
    return try? Timestamp(rfc3339: "\(day)T\(words[4])Z")
  }

  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Days since a Thursday: 1970-01-01 was one.
  private static func weekday(of day: Day) -> Int {
    let rest = Int(day.ordinal) % 7
    return rest < 0 ? rest + 7 : rest
  }
}
