import Stances
import TestSupport
import Testing

@Suite("Steps through the calendar")
struct DayStepTests {
  @Test(
    "A step of months keeps to the month's end",
    arguments: [
      ("2022-01-31", 1, "2022-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2022-03-31", -1, "2022-02-28"), ("2022-08-31", 1, "2022-09-30"),
      ("2022-01-31", 2, "2022-03-31"), ("2022-12-15", 1, "2023-01-15"),
      ("2022-01-15", -1, "2021-12-15"), ("2022-01-15", -13, "2020-12-15"),
      ("0000-01-01", -1, "-0001-12-01"), ("2022-05-06", 0, "2022-05-06"),
    ])
  func months(start: String, count: Int, end: String) throws {
    #expect(try Day(iso: start).adding(months: count) == Day(iso: end))
  }

  @Test("A quarter is three months and a year is twelve")
  func quartersAndYears() throws {
    let leapDay = try Day(iso: "2024-02-29")
    #expect(leapDay.adding(quarters: 1).description == "2024-05-29")
    #expect(leapDay.adding(years: 1).description == "2025-02-28")
    #expect(leapDay.adding(years: 4).description == "2028-02-29")
    #expect(leapDay.adding(years: -24).description == "2000-02-29")
  }

  @Test("Steps beyond the calendar end at its open ends, which stay unchanged")
  func saturation() throws {
    let day = try Day(iso: "2022-05-06")
    #expect(day.adding(days: .max) == .distantFuture)
    #expect(day.adding(days: .min) == .distantPast)
    #expect(day.adding(months: .max) == .distantFuture)
    #expect(day.adding(years: .min) == .distantPast)
    #expect(day.adding(years: 8000) == .distantFuture)
    #expect(Day.distantPast.adding(days: 1) == .distantPast)
    #expect(Day.distantFuture.adding(months: -1) == .distantFuture)
    #expect(Day.distantFuture.days(until: day) == nil)
    #expect(Day.distantPast < day && day < .distantFuture)
  }

  @Test("Adding the days until another day reaches it, and order follows the calendar")
  func differences() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let left = Day(ordinal: Int.random(in: -1_000_000...1_000_000, using: &random))
      let right = Day(ordinal: Int.random(in: -1_000_000...1_000_000, using: &random))
      let days = try #require(left.days(until: right))
      #expect(left.adding(days: days) == right, "seed \(seed)")
      #expect((left < right) == (left.civil < right.civil), "seed \(seed)")
    }
  }

  @Test("A step of months moves by that many months and never past the month's end")
  func monthProperty() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let start = Day(ordinal: Int.random(in: -1_000_000...1_000_000, using: &random))
      let count = Int.random(in: -2_000...2_000, using: &random)
      let end = start.adding(months: count)
      let moved = (end.year - start.year) * 12 + end.month - start.month
      #expect(moved == count, "seed \(seed)")
      let length = Day.length(ofMonth: end.month, in: end.year)
      #expect(end.day == min(start.day, length), "seed \(seed)")
    }
  }
}
