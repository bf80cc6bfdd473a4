/// Steps through the calendar; an open end stays where it is.
extension Day {
  /// The day so many days later (earlier when negative); beyond the calendar it is an open end.
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

  /// The same day of the month so many months later, or that month's last day if it is shorter.
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
  /// The product, or the nearest integer where it does not fit.
  fileprivate func multipliedSaturating(by factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}
