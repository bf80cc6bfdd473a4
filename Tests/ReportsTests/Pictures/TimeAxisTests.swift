import Stances
import Testing

@testable import Reports

@Suite("The axis of time")
struct TimeAxisTests {
  private func axis(_ first: String, _ last: String) throws -> TimeAxis {
    TimeAxis(
      DayRange(earliest: try Day(iso: first), latest: try Day(iso: last)), left: 0, right: 900)
  }

  @Test(
    "marks are as close as can be read, from days to decades",
    arguments: [
      ("2022-03-01", "2022-03-10", "1", "Mar 2022"), ("2022-02-20", "2022-05-06", "21", "Feb 2022"),
      ("2021-12-20", "2022-12-06", "Jan", "2022"), ("2012-03-01", "2022-03-10", "Jan", "2013"),
      ("1950-01-01", "2022-03-10", "1950", nil), ("-0500-01-01", "2022-03-10", "−400", nil),
    ])
  func ticks(first: String, last: String, label: String, outer: String?) throws {
    let axis = try axis(first, last)
    let ticks = TimeTicks(of: axis).ticks
    #expect(ticks.contains { $0.label == label && $0.outer == outer }, "\(ticks)")
    #expect(3...22 ~= ticks.count)
    for (tick, next) in zip(ticks, ticks.dropFirst()) {
      #expect(axis.start(of: next.day) - axis.start(of: tick.day) >= 38)
    }
  }

  @Test("a day has a beginning and an end, and days beyond the axis are placed at its ends")
  func places() throws {
    let axis = try axis("2022-01-01", "2022-03-31")
    #expect(axis.start(of: try Day(iso: "2022-01-01")) == 0)
    #expect(axis.end(of: try Day(iso: "2022-03-31")) == 900)
    #expect(axis.end(of: try Day(iso: "2022-01-01")) == 10)
    #expect(axis.middle(of: try Day(iso: "2022-01-02")) == 15)
    #expect(axis.start(of: .distantPast) == 0 && axis.end(of: .distantPast) == 0)
    #expect(axis.start(of: .distantFuture) == 900 && axis.end(of: .distantFuture) == 900)
  }

  @Test("a single day is given room")
  func single() throws {
    let axis = try axis("2022-03-08", "2022-03-08")
    #expect(axis.days.earliest.days(until: axis.days.latest) == 13)
    #expect(axis.start(of: try Day(iso: "2022-03-08")) > 0)
  }
}
