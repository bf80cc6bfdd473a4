import Testing

@testable import Stances

@Suite("Days of the calendar")
struct DayTests {
  @Test("The epoch is day 0 and well-known days have their numbers")
  func knownDays() throws {
    #expect(try Day(iso: "1970-01-01").ordinal == 0)
    #expect(try Day(iso: "2000-03-01").ordinal == 11_017)
    #expect(try Day(iso: "2022-05-06").ordinal == 19_118)
    #expect(try Day(iso: "1969-12-31").ordinal == -1)
  }

  @Test("Counting day by day through the whole calendar agrees with the arithmetic")
  func everyDay() throws {
    // The slow way: a calendar that only knows how to go to the next day.
    var (year, month, day) = (-9999, 1, 1)
    var expected = try #require(Day(year: year, month: month, day: day)).ordinal
    let leapDays = (-9999..<1970).count { isLeapByDefinition($0) }
    #expect(Day(ordinal: Int(expected) - 1) == .distantPast)
    #expect(Int(expected) == -(1970 + 9999) * 365 - leapDays)
    var mismatches = 0
    while year < 10_000 {
      let calculated = Day(year: year, month: month, day: day)
      if calculated?.ordinal != expected || Day(ordinal: Int(expected)).civil != (year, month, day)
      {
        mismatches += 1
      }
      expected += 1
      day += 1
      if day > lengthByDefinition(month, year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(mismatches == 0)
    #expect(Day(ordinal: Int(expected)) == .distantFuture)
    #expect(Day(ordinal: Int(expected) - 1).description == "9999-12-31")
  }

  @Test("A century is a leap year only every 400 years", arguments: [(1900, 28), (2000, 29)])
  func centuries(year: Int, februaryLength: Int) {
    #expect(Day.length(ofMonth: 2, in: year) == februaryLength)
    #expect((Day(year: year, month: 2, day: 29) == nil) == (februaryLength == 28))
  }

  @Test("2024 has a 29 February and 2022 and 2023 have none")
  func leapDays() {
    #expect(Day(year: 2024, month: 2, day: 29) != nil)
    #expect(Day(year: 2022, month: 2, day: 29) == nil)
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
  }

  @Test("Every impossible day of a common and a leap year is refused", arguments: [2022, 2024])
  func impossibleDays(year: Int) {
    for month in 0...99 {
      for day in 0...99 {
        let exists = 1...12 ~= month && 1...31 ~= day && day <= lengthByDefinition(month, year)
        let text = "\(year)-\(zeroPadded(month, to: 2))-\(zeroPadded(day, to: 2))"
        #expect((Day(year: year, month: month, day: day) != nil) == exists)
        #expect(((try? Day(iso: text)) != nil) == exists, "\(text)")
      }
    }
  }

  @Test("A day is read in its one form and written in it again")
  func isoRoundTrip() throws {
    for text in ["2022-05-06", "0000-01-01", "-0999-12-31", "9999-12-31", "-9999-01-01"] {
      #expect(try Day(iso: text).description == text)
    }
    for text in ["", "2022", "2022-5-6", "20220506", "-0000-01-01", "2022-05-06 ", "2022-05-06T"] {
      #expect(throws: DayError.notADay(text)) { try Day(iso: text) }
    }
  }

  @Test("A refused day says what the calendar has instead")
  func refusals() {
    #expect(
      "\(DayError.noSuchDay(year: 2022, month: 2, day: 30))"
        == "2022-02-30 does not exist: February 2022 has 28 days")
    #expect(
      "\(DayError.noSuchMonth(year: 2022, month: 13))"
        == "2022-13 does not exist: months run from 01 to 12")
  }

  private func isLeapByDefinition(_ year: Int) -> Bool {
    if year % 400 == 0 { return true }
    if year % 100 == 0 { return false }
    return year % 4 == 0
  }

  private func lengthByDefinition(_ month: Int, _ year: Int) -> Int {
    [31, isLeapByDefinition(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
