import Projections
import Reports
import Stances
import TestSupport
import Testing

@Suite("Strips in a terminal")
struct TextStripTests {
  private func strip() throws -> TextStrip {
    let log = try AnsweringLog([
      company("acme", id: "reg-acme"),
      silentReduction("acme", .suspended, on: "2022-03-01", id: "cut"),
      announcement("acme", .operating, on: "2022-03-11", id: "word"),
    ])
    let clocks = Clocks(to: try Day(iso: "2022-03-20"), at: try log.head())
    return try #require(
      TextStrip.strips(of: log.postureHistories(clocks)) { $0.market.englishName }.first)
  }

  @Test("a column for each day shows word, gap and deed")
  func columns() throws {
    #expect(
      try strip().lines(width: 80, ascii: true) == [
        "says  ..........0000000000",
        "      vvvvvvvvvvvvvvvvvvvv",
        "does  33333333333333333333",
        "      2022-03-01 to 2022-03-20",
      ])
    #expect(
      try strip().lines(width: 80, ascii: false) == [
        "says  ··········▂▂▂▂▂▂▂▂▂▂",
        "      ░░░░░░░░░░░░░░░░░░░░",
        "does  ▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅",
        "      2022-03-01 to 2022-03-20",
      ])
  }

  @Test("strips of several markets have one axis, with the years where they begin")
  func axis() throws {
    let log = try AnsweringLog([
      company("acme", id: "reg-acme"),
      silentReduction("acme", .suspended, on: "2022-03-01", id: "cut"),
      silentReduction("acme", .reducing, on: "2023-11-01", in: ["UA"], id: "less"),
    ])
    let clocks = Clocks(to: try Day(iso: "2024-12-31"), at: try log.head())
    let strips = TextStrip.strips(of: try log.postureHistories(clocks)) { $0.market.code }
    let lines = strips.map { $0.lines(width: 60, ascii: true) }
    #expect(
      lines.map { $0.last }
        == Array(
          repeating: "      2022-03-01.....2023...............2024......2024-12-31", count: 2))
    #expect(lines[1][2].hasPrefix("does                                 2"))
  }

  @Test("no line is wider than asked", arguments: [40, 60, 100, 200])
  func width(columns: Int) throws {
    let log = try AnsweringLog(RandomHistory(seed: 3).events)
    let histories = try log.postureHistories(
      Clocks(to: Day(ordinal: 19_180), at: try log.head()))
    for strip in TextStrip.strips(of: histories, titled: { $0.company.text }) {
      for ascii in [true, false] {
        let lines = strip.lines(width: columns, ascii: ascii)
        #expect(lines.allSatisfy { displayWidth($0) <= columns }, "\(lines)")
        #expect(!ascii || lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
      }
    }
  }
}
