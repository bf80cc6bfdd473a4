package import Errors

/// An instant in UTC, to the millisecond, as the log records it.
package struct Timestamp: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
  package let milliseconds: Int64

  /// The instant that is a number of milliseconds after 1970-01-01T00:00:00Z.
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

extension Day {
  /// The first instant of the day in UTC.
  package var firstMoment: Timestamp {
    Timestamp(milliseconds: Int64(ordinal) * Int64(Timestamp.millisecondsInDay))
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

/// Why a text is refused as an instant.
package enum TimestampError: StanceError, Hashable, Sendable {
  /// The text is not of RFC 3339's form, or names a time that no day has.
  case notAnInstant(String)
  /// The calendar has no such day.
  case impossible(DayError)
  /// The text is more exact than a millisecond.
  case tooExact(String)

  package var kind: ErrorKind { .badData }
}

extension TimestampError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnInstant(let text):
      "'\(printable(text))' is not an instant; write date, time and offset, "
        + "as in 2022-05-06T12:34:56Z or 2022-05-06T12:34:56.789+03:00"
    case .impossible(let refusal):
      refusal.description
    case .tooExact(let text):
      "'\(text)' is more exact than a millisecond; write at most three digits after the seconds"
    }
  }
}

extension Timestamp {
  /// Reads RFC 3339: `2022-05-06T12:34:56Z`, with up to three fraction digits and `Z` or an offset.
  package init(rfc3339 text: String) throws(TimestampError) {
    var scanner = ASCIIScanner(text)
    guard let day = try Self.scanDay(&scanner), scanner.take("T"),
      let time = scanner.scanClockTime()
    else { throw .notAnInstant(text) }
    let isFractional = scanner.take(".")
    let fraction = isFractional ? scanner.takeDigitRun() : []
    guard isFractional != fraction.isEmpty, let offset = scanner.scanOffset(), scanner.isAtEnd
    else { throw .notAnInstant(text) }
    guard fraction.count <= 3 else { throw .tooExact(text) }

    let thousandths = (fraction + [0, 0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
    let seconds = Int(day.ordinal) * 86_400 + time.seconds - offset * 60
    let exact = Int64(seconds * 1_000 + thousandths)
    self.init(milliseconds: exact)
    // Years before 0 are not RFC 3339, and near the calendar's ends an offset may lead out of it.
    guard milliseconds == exact else { throw .notAnInstant(text) }
  }

  private static func scanDay(_ scanner: inout ASCIIScanner) throws(TimestampError) -> Day? {
    do throws(DayError) {
      return try scanner.scanDay()
    } catch {
      throw .impossible(error)
    }
  }
}

extension Timestamp: CustomStringConvertible {
  /// The instant in UTC with exactly three fraction digits: `2022-05-06T12:34:56.789Z`.
  package var description: String {
    let day = self.day
    let rest = Int(milliseconds) - Int(day.ordinal) * Self.millisecondsInDay
    let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60)
    let (second, thousandths) = (rest / 1_000 % 60, rest % 1_000)
    let clock = [hour, minute, second].map { zeroPadded($0, to: 2) }.joined(separator: ":")
    return "\(day)T\(clock).\(zeroPadded(thousandths, to: 3))Z"
  }
}

/// A time of day, to the second.
struct ClockTime {
  let hour: Int
  let minute: Int
  let second: Int

  var seconds: Int { (hour * 60 + minute) * 60 + second }
}

extension ASCIIScanner {
  /// Reads `YYYY-MM-DD`; nil if the form is different, an error if there is no such day.
  mutating func scanDay() throws(DayError) -> Day? {
    let isNegative = take("-")
    guard let year = takeDigits(4), take("-"), let month = takeDigits(2), take("-"),
      let day = takeDigits(2), !(isNegative && year == 0)
    else { return nil }
    return try Day.checked(year: isNegative ? -year : year, month: month, day: day)
  }

  /// Reads `hh:mm:ss`, to 23:59:59; nil if the form is different or there is no such time.
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
