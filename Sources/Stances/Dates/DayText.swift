package import Errors

/// Why a text or a triple of numbers is not a day of the calendar.
package enum DayError: StanceError, Hashable, Sendable {
  /// The text is not of the form `YYYY-MM-DD`.
  case notADay(String)
  /// The year has no such month.
  case noSuchMonth(year: Int, month: Int)
  /// The month has no such day.
  case noSuchDay(year: Int, month: Int, day: Int)

  package var kind: ErrorKind { .badData }
}

extension DayError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notADay(let text):
      return "'\(printable(text))' is not a day; write year-month-day, as in 2022-05-06"
    case .noSuchMonth(let year, let month):
      return "\(isoYear(year))-\(zeroPadded(month, to: 2)) does not exist: months run from 01 to 12"
    case .noSuchDay(let year, let month, let day):
      let date = "\(isoYear(year))-\(zeroPadded(month, to: 2))-\(zeroPadded(day, to: 2))"
      let length = Day.length(ofMonth: month, in: year)
      return "\(date) does not exist: \(monthName(month)) \(isoYear(year)) has \(length) days"
    }
  }
}

extension Day {
  /// The day of a calendar date, or the reason why there is none.
  static func checked(year: Int, month: Int, day: Int) throws(DayError) -> Day {
    guard 1...12 ~= month else { throw .noSuchMonth(year: year, month: month) }
    guard let checked = Day(year: year, month: month, day: day) else {
      throw .noSuchDay(year: year, month: month, day: day)
    }
    return checked
  }

  /// Reads `YYYY-MM-DD`, with a leading minus for years before 0.
  package init(iso text: String) throws(DayError) {
    var scanner = ASCIIScanner(text)
    guard let day = try scanner.scanDay(), scanner.isAtEnd else { throw .notADay(text) }
    self = day
  }

  /// The day that exactly `YYYY-MM-DD` names, or nil: about any other text this says nothing.
  init?(plain text: String.UTF8View) {
    guard text.count == 10 else { return nil }
    var fields = (year: 0, month: 0, day: 0)
    var place = -1
    for byte in text {
      place += 1
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case 0..<4: fields.year = fields.year * 10 + digit
      case 5..<7: fields.month = fields.month * 10 + digit
      default: fields.day = fields.day * 10 + digit
      }
    }
    self.init(year: fields.year, month: fields.month, day: fields.day)
  }
}

extension Day: CustomStringConvertible {
  /// The day as `YYYY-MM-DD`, or the name of the open end.
  ///
  /// Ask `isOpenEnd` before showing a day to a person: "distantPast" is for debugging.
  package var description: String {
    if self == .distantPast { return "distantPast" }
    if self == .distantFuture { return "distantFuture" }
    let (year, month, day) = civil
    return "\(isoYear(year))-\(zeroPadded(month, to: 2))-\(zeroPadded(day, to: 2))"
  }
}

/// The English month names, January first.
let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// The English name of a month, 1 to 12.
func monthName(_ month: Int) -> String {
  monthNames[month - 1]
}

/// A year in four digits, with a minus before 0.
func isoYear(_ year: Int) -> String {
  (year < 0 ? "-" : "") + zeroPadded(abs(year), to: 4)
}

/// A number with leading zeros up to a width.
package func zeroPadded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
