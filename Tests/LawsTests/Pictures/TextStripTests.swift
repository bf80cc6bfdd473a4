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
    return TextStrip(try #require(log.postureHistories(clocks).first))
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

  @Test("no line is wider than asked", arguments: [40, 60, 100, 200])
  func width(columns: Int) throws {
    let log = try AnsweringLog(RandomHistory(seed: 3).events)
    for history in try log.postureHistories(Clocks(to: Day(ordinal: 19_180), at: try log.head())) {
      for ascii in [true, false] {
        let lines = TextStrip(history).lines(width: columns, ascii: ascii)
        #expect(lines.allSatisfy { displayWidth($0) <= columns }, "\(lines)")
        #expect(!ascii || lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
      }
    }
  }
}
