import Stances

/// Instants as HTTP writes them: `Fri, 06 May 2022 12:34:56 GMT` (RFC 9110 §5.6.7).
enum HTTPDate {
  /// The instant to the second, rounded down.
  static func text(_ instant: Timestamp) -> String {
    let day = instant.day
    return "\(day.internetWeekday), \(zeroPadded(day.day, to: 2)) \(day.internetMonth) "
      + "\(zeroPadded(day.year, to: 4)) \(instant.clockWords) GMT"
  }

  /// Reads the preferred form, which is the only one that Memento's clients may send
  /// (RFC 7089 §2.1); nil for anything else.
  static func instant(_ text: String) -> Timestamp? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 6, words[5] == "GMT", words[1].count == 2, words[3].count == 4,
      let date = Int(words[1]), let month = Day.internetMonths.firstIndex(of: String(words[2])),
      let year = Int(words[3]), let day = Day(year: year, month: month + 1, day: date),
      words[0] == "\(day.internetWeekday),"
    else { return nil }
    return try? Timestamp(rfc3339: "\(day)T\(words[4])Z")
  }
}
