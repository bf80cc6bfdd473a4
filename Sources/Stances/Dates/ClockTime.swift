/// A time of day, to the second.
struct ClockTime {
  let hour: Int
  let minute: Int
  let second: Int

  var seconds: Int { (hour * 60 + minute) * 60 + second }
}

extension ASCIIScanner {
  /// Reads `YYYY-MM-DD`; nil where the form is another, a refusal where there is no such day.
  mutating func scanDay() throws(DayError) -> Day? {
    let isNegative = take("-")
    guard let year = takeDigits(4), take("-"), let month = takeDigits(2), take("-"),
      let day = takeDigits(2), !(isNegative && year == 0)
    else { return nil }
    return try Day.checked(year: isNegative ? -year : year, month: month, day: day)
  }

  /// Reads `hh:mm:ss`, to 23:59:59; nil where the form is another or there is no such time.
  mutating func scanClockTime() -> ClockTime? {
    guard let hour = takeDigits(2), take(":"), let minute = takeDigits(2), take(":"),
      let second = takeDigits(2), hour < 24, minute < 60, second < 60
    else { return nil }
    return ClockTime(hour: hour, minute: minute, second: second)
  }

  /// Reads `Z`, `+hh:mm` or `-hh:mm` and gives the minutes ahead of UTC.
  mutating func scanOffset() -> Int? {
    if take("Z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+"), let hours = takeDigits(2), take(":"),
      let minutes = takeDigits(2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isBehind ? -1 : 1)
  }
}
