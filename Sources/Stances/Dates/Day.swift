/// A day of the proleptic Gregorian calendar, or one of the two open ends of time.
///
/// A day is in the years −9999 to 9999 (astronomical: year 0 is 1 BC), which is what four digits
/// and a sign can write. Anything beyond is `distantPast` or `distantFuture`.
package struct Day: Hashable, Sendable {
  /// Days since 1970-01-01; `Int32.min` and `Int32.max` are the open ends.
  package let ordinal: Int32

  /// The open end before every day.
  package static let distantPast = Day(unchecked: .min)
  /// The open end after every day.
  package static let distantFuture = Day(unchecked: .max)

  static let years = -9999...9999
  private static let ordinals: ClosedRange<Int> = -4_371_587...2_932_896

  private init(unchecked ordinal: Int32) {
    self.ordinal = ordinal
  }

  /// The day that is a number of days after 1970-01-01; beyond the calendar it is an open end.
  package init(ordinal: Int) {
    if ordinal < Self.ordinals.lowerBound {
      self = .distantPast
    } else if ordinal > Self.ordinals.upperBound {
      self = .distantFuture
    } else {
      self.init(unchecked: Int32(ordinal))
    }
  }

  /// The day of a calendar date, or nil if the calendar has no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), 1...12 ~= month,
      1...Self.length(ofMonth: month, in: year) ~= day
    else { return nil }
    self.init(ordinal: Self.daysSinceEpoch(year: year, month: month, day: day))
  }

  /// Whether this is `distantPast` or `distantFuture`, which have no calendar date.
  package var isOpenEnd: Bool { self == .distantPast || self == .distantFuture }

  /// The day; nil for an open end, so that no one takes it for a day.
  package var known: Day? { isOpenEnd ? nil : self }

  /// The calendar date; of an open end, that of the calendar's first or last day.
  package var civil: (year: Int, month: Int, day: Int) {
    let days = min(max(Int(ordinal), Self.ordinals.lowerBound), Self.ordinals.upperBound)
    return Self.civil(daysSinceEpoch: days)
  }

  /// The calendar year.
  package var year: Int { civil.year }
  /// The month of the year, 1 to 12.
  package var month: Int { civil.month }
  /// The day of the month, from 1.
  package var day: Int { civil.day }

  /// How many days a month has.
  package static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }
}

extension Day? {
  /// Whether what begins on this day, or before every day if none is known, has begun by a day.
  package func hasCome(by day: Day) -> Bool { map { $0 <= day } ?? true }
}

/// Calendar arithmetic on years that begin in March, so that a leap day is the year's last.
///
/// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil` and
/// `civil_from_days`. An era is the 400 years, 146,097 days, after which the calendar repeats.
extension Day {
  private static let daysInEra = 146_097
  /// From 0000-03-01, the start of era 0, to 1970-01-01.
  private static let epochOffset = 719_468

  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear.flooredQuotient(by: 400)
    let yearOfEra = marchYear - era * 400
    let marchMonth = (month + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysInEra + dayOfEra - epochOffset
  }

  private static func civil(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + epochOffset
    let era = shifted.flooredQuotient(by: daysInEra)
    let dayOfEra = shifted - era * daysInEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

/// Steps through the calendar; an open end stays unchanged.
extension Day {
  /// The day that is a number of days later (earlier if negative); beyond the calendar it is an
  /// open end.
  package func adding(days: Int) -> Day {
    if isOpenEnd { return self }
    let (sum, overflow) = Int(ordinal).addingReportingOverflow(days)
    if overflow { return days < 0 ? .distantPast : .distantFuture }
    return Day(ordinal: sum)
  }

  /// How many days from this day until another, negative when it is earlier; nil for open ends.
  package func days(until other: Day) -> Int? {
    isOpenEnd || other.isOpenEnd ? nil : Int(other.ordinal) - Int(ordinal)
  }

  /// The same day of the month a number of months later, or that month's last day if it is shorter.
  ///
  /// Step from a fixed first day (`first.adding(months: n)`), not from the last result, so that
  /// 31 January, 28 February, 31 March keep to the month's end.
  package func adding(months: Int) -> Day {
    if isOpenEnd { return self }
    let (year, month, day) = civil
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    if overflow { return months < 0 ? .distantPast : .distantFuture }
    let newYear = total.flooredQuotient(by: 12)
    let newMonth = total - newYear * 12 + 1
    let newDay = min(day, Day.length(ofMonth: newMonth, in: newYear))
    return Day(year: newYear, month: newMonth, day: newDay)
      ?? (months < 0 ? .distantPast : .distantFuture)
  }

  /// As `adding(months:)`, three months a quarter.
  package func adding(quarters: Int) -> Day {
    adding(months: quarters.multipliedSaturating(by: 3))
  }

  /// As `adding(months:)`, twelve months a year: 29 February becomes 28 February in a common year.
  package func adding(years: Int) -> Day {
    adding(months: years.multipliedSaturating(by: 12))
  }
}

extension Int {
  /// The product, or the nearest integer if it does not fit.
  fileprivate func multipliedSaturating(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}

extension Int {
  /// The quotient rounded towards minus infinity, as calendars before their epoch need it.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
