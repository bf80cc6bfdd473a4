import Projections
import Stances
import TestSupport
import Testing

@testable import Reports

/// A long timeline has all that a short one has; what it gathers, it says.
@Suite("Long timelines")
struct LongTimelineTests {
  private static let statements = 900

  private func log() throws -> AnsweringLog {
    var generator = SeededGenerator(seed: 11)
    func day() -> String { "\(Day(ordinal: Int.random(in: 18_993..<19_300, using: &generator)))" }
    var events = [body("ministry", id: "reg-ministry")]
    for number in 0..<30 { events.append(company("company-\(number)", id: "reg-\(number)")) }
    for number in 0..<Self.statements {
      events.append(
        statement(
          by: "ministry", .urge, push: Push.allCases[number % 3], on: day(), published: nil,
          to: named("company-1"), id: "statement-\(number)"))
    }
    for number in 0..<60 {
      events.append(
        measure("act-\(number)", by: "ministry", .inForce, on: "2022-03-01", id: "act-\(number)"))
    }
    for number in 0..<900 {
      events.append(
        silentReduction(
          "company-\(number % 30)", number.isMultiple(of: 2) ? .suspended : .reducing, on: day(),
          id: "cut-\(number)"))
    }
    return try AnsweringLog(events)
  }

  private func page(of log: AnsweringLog) throws -> Answer<TimelinePageData> {
    let clocks = Clocks(to: Day(ordinal: 19_400), at: try log.head())
    return try log.read {
      let view = LogView(of: $0, on: clocks)
      return try view.answer(view.timelinePage())
    }
  }

  @Test("the page has its picture, every entry, and a replay that answers as the log does")
  func page() throws {
    let log = try log()
    let answer = try page(of: log)
    let html = TimelinePage.page(answer).html(.singleFile)
    #expect(html.contains("<svg"))
    #expect(html.contains("1860 entries: each names its publishers"))
    let entries = html.split(separator: "<li><b>").count - 1
    #expect(entries == answer.content.timeline.entries.count)
    let page = try ReplayedPage(html)
    for day in [18_992, 19_000, 19_111, 19_222, 19_333, 19_400].map(Day.init(ordinal:)) {
      var clocks = answer.clocks
      clocks.to = day
      #expect(try page.rows(on: day, knownBy: nil) == log.replayTable(clocks), "\(day)")
    }
  }

  @Test("the picture counts the statements that it gathers and the measures that it omits")
  func picture() throws {
    let answer = try page(of: log())
    let drawn = DrawnPicture(TimelinePicture.picture(answer.with(answer.content.picture)).file)
    #expect(drawn.refusal == nil)
    #expect(drawn.collisions == [])
    let singles = drawn.titles.count { $0.contains("makes an appeal") }
    let gathered = drawn.titles.filter { $0.contains(" statements, ") }
      .compactMap { Int($0.prefix(while: \.isNumber)) }
    #expect(gathered.reduce(0, +) + singles == Self.statements)
    let words = Set(drawn.words.map(\.text))
    #expect(gathered.count > 10 && words.isSuperset(of: gathered.map(String.init)))
    #expect(words.contains("and 24 more measures of this time; the report lists them"))
  }
}
