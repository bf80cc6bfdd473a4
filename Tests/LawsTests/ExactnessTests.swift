import Stances
import TestSupport
import Testing

@Suite("Fuzzy dates in answers")
struct ExactnessTests {
  @Test(
    "no answer gives a day if no event gave one, except for the days of the query",
    arguments: UInt64(1)...8)
  func noDayIsMadeUp(seed: UInt64) throws {
    let history = RandomHistory(seed: seed, style: .coarse)
    try #require(history.events.allSatisfy { Self.days(in: $0.line).isEmpty }, "seed \(seed)")
    let log = try AnsweringLog(history.events)
    var generator = SeededGenerator(seed: seed)
    let clocks = Clocks.random(at: try log.head(), using: &generator)
    // The moment of recording is the log's own, and exact.
    let known = Set([clocks.to, clocks.knownBy, Timestamp(milliseconds: 0).day].compactMap(\.self))
    for answer in try log.answers(clocks) {
      let madeUp = Self.days(in: answer).subtracting(known.map(\.description))
      #expect(madeUp.isEmpty, "seed \(seed), \(clocks)")
    }
  }

  @Test("a day in a text is found, and no month is taken for one")
  func daysAreFound() {
    #expect(Self.days(in: "from 2022-03-08 on, by 2022-04") == ["2022-03-08"])
    #expect(Self.days(in: "\"2022-03-XX\", 2022-33, 12022-03-041") == [])
  }

  /// The exact days that a text names, as `YYYY-MM-DD`.
  private static func days(in text: String) -> Set<String> {
    let parts = text.split { !$0.isNumber && $0 != "-" && $0 != "X" }
    return Set(
      parts.filter { part in
        let numbers = part.split(separator: "-", omittingEmptySubsequences: false)
        return numbers.map(\.count) == [4, 2, 2] && numbers.allSatisfy { $0.allSatisfy(\.isNumber) }
      }.map(String.init))
  }
}
