import Stances
import Testing

@Suite("Evidence: the Admiralty code")
struct AdmiraltyGradeTests {
  static let all = AdmiraltyGrade.Reliability.allCases.flatMap { letter in
    AdmiraltyGrade.Credibility.allCases.map {
      AdmiraltyGrade(reliability: letter, credibility: $0)
    }
  }

  @Test("There are 36 grades, each with its code")
  func codes() {
    #expect(Self.all.count == 36)
    #expect(Self.all.first?.code == "A1")
    #expect(Self.all.last == .notJudged)
    for grade in Self.all { #expect(AdmiraltyGrade(code: grade.code) == grade) }
  }

  @Test(
    "Anything else is not a grade",
    arguments: ["", "A", "1", "A0", "A7", "G1", "a1", "1A", "A1 ", " A1", "A11", "Ａ1", "@1", "B-2"])
  func refused(code: String) {
    #expect(AdmiraltyGrade(code: code) == nil)
  }

  @Test("Ranks are dense from 0 to 35, one a grade, and lead back to it")
  func ranks() {
    #expect(Self.all.map(\.rank.number).sorted() == Array(0..<36))
    for grade in Self.all { #expect(AdmiraltyGrade(rank: grade.rank) == grade) }
    #expect(AdmiraltyGrade(rank: GradeRank(36)) == nil)
  }

  @Test("Credible is exactly A to C with 1 or 2, and comes before all else")
  func credible() {
    let credible = Self.all.filter(\.isCredible)
    #expect(credible.map(\.code) == ["A1", "A2", "B1", "B2", "C1", "C2"])
    #expect(credible.map(\.rank.number) == [0, 1, 2, 3, 4, 5])
    for grade in Self.all {
      #expect(grade.isCredible == grade.rank.isCredible)
    }
  }

  @Test("What cannot be judged comes between what speaks for a claim and what speaks against it")
  func notJudged() throws {
    func rank(_ code: String) throws -> GradeRank { try #require(AdmiraltyGrade(code: code)).rank }
    for digit in 3...6 {
      #expect(try rank("C\(digit)") < rank("F\(digit)"))
      #expect(try rank("F\(digit)") < rank("D\(digit)"))
      #expect(try rank("D\(digit)") < rank("E\(digit)"))
    }
    for letter in ["A", "B", "C", "D", "E", "F"] {
      #expect(try rank("\(letter)3") < rank("\(letter)6"))
      #expect(try rank("\(letter)6") < rank("\(letter)4"))
      #expect(try rank("\(letter)4") < rank("\(letter)5"))
    }
  }

  @Test("Letter and digit are said in words, apart")
  func words() throws {
    #expect(
      try #require(AdmiraltyGrade(code: "B2")).words
        == "B2: usually reliable source, probably true")
    #expect(
      AdmiraltyGrade.notJudged.words
        == "F6: source that cannot be judged, truth cannot be judged")
    #expect(Set(Self.all.map(\.words)).count == 36)
  }
}
