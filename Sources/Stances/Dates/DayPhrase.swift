package import Errors

/// The days that a question means by a text, some of them counted from the current day.
///
///     2022-05-06   2022-05   2022   2022-33 (a quarter)
///     today   yesterday   monday   last-week   last-month   last-year   -7d   -2w   -3m   -1y
///
/// A weekday is the last one up to the current day. Weeks are those of ISO 8601, from Monday to
/// Sunday.
package struct DayPhrase: Hashable, Sendable {
  /// The first day that is meant.
  package let first: Day
  /// The last day that is meant.
  package let last: Day
  /// Whether it means other days tomorrow.
  package let isRelative: Bool

  /// Reads a text on the current day.
  package init(_ text: String, today: Day) throws(DayPhraseError) {
    if let days = Self.named(text, today) ?? Self.counted(text, today) {
      self.init(days.lowerBound, days.upperBound, isRelative: true)
      return
    }
    var scanner = ASCIIScanner(text)
    do throws(FuzzyDateError) {
      guard let date = try PartialDateParser.parse(&scanner), scanner.isAtEnd, date.flags.isEmpty
      else { throw FuzzyDateError.notEDTF(text) }
      self.init(date.earliest, date.latest, isRelative: false)
    } catch {
      if case .notEDTF = error { throw .notADay(text) }
      throw .date(error)
    }
  }

  private init(_ first: Day, _ last: Day, isRelative: Bool) {
    (self.first, self.last, self.isRelative) = (first, last, isRelative)
  }

  /// Whether a text is counted from the current day.
  package static func isRelative(_ text: String) -> Bool {
    (try? DayPhrase(text, today: Day(ordinal: 0)))?.isRelative ?? false
  }

  /// The words that mean days.
  package static let words =
    ["today", "yesterday"] + Day.weekdays.map { $0.lowercased() }
    + ["last-week", "last-month", "last-year"]

  private static func named(_ text: String, _ today: Day) -> ClosedRange<Day>? {
    let (year, month) = (today.year, today.month)
    switch text {
    case "today": return today...today
    case "yesterday": return today.adding(days: -1)...today.adding(days: -1)
    case "last-week":
      let monday = today.last(weekday: 0)
      return monday.adding(days: -7)...monday.adding(days: -1)
    case "last-month":
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      return first.adding(months: -1)...first.adding(days: -1)
    case "last-year":
      guard let first = Day(year: year, month: 1, day: 1) else { return nil }
      return first.adding(years: -1)...first.adding(days: -1)
    default:
      guard let weekday = Day.weekdays.firstIndex(where: { $0.lowercased() == text }) else {
        return nil
      }
      return today.last(weekday: weekday)...today.last(weekday: weekday)
    }
  }

  /// Reads `-7d` and its like, of at most four digits.
  private static func counted(_ text: String, _ today: Day) -> ClosedRange<Day>? {
    guard text.first == "-", 3...6 ~= text.utf8.count, let unit = text.last,
      text.dropFirst().dropLast().allSatisfy({ "0"..."9" ~= $0 }),
      let count = Int(text.dropFirst().dropLast())
    else { return nil }
    let day: Day
    switch unit {
    case "d": day = today.adding(days: -count)
    case "w": day = today.adding(days: -7 * count)
    case "m": day = today.adding(months: -count)
    case "y": day = today.adding(years: -count)
    default: return nil
    }
    return day...day
  }
}

extension Day {
  /// The days of the week, from Monday.
  package static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The last day up to this one that is a weekday, counted from Monday, which is 0.
  package func last(weekday: Int) -> Day {
    // 1970-01-01 was a Thursday, the fourth day of the week.
    adding(days: -((Int(ordinal) + 3 - weekday) % 7 + 7) % 7)
  }
}

/// Why a text means no days.
package enum DayPhraseError: StanceError, Hashable, Sendable {
  /// It has no form that is known.
  case notADay(String)
  /// It has that of a date, which does not exist.
  case date(FuzzyDateError)

  package var kind: ErrorKind { .usage }
}

extension DayPhraseError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notADay(let text):
      "'\(printable(text))' is not a day; "
        + (didYouMean(nearestNames(to: text.lowercased(), among: DayPhrase.words)).map {
          "\($0), or "
        } ?? "")
        + "write 2022-05-06, 2022-05, 2022, today, yesterday, monday, last-week, last-month, "
        + "last-year, or count back as -7d, -2w, -3m, -1y"
    case .date(let error): error.description
    }
  }
}
