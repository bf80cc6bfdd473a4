import JSON
import Stances
import TestSupport
import Testing

@Suite("Posture: words and claims of the same dates")
struct SameDateTests {
  private let day = "2022-04-06"

  /// The findings of two events in both orders of recording, with others after them.
  private func findings(
    _ first: TestEvent, _ second: TestEvent, then last: TestEvent? = nil
  ) throws -> [PostureFinding] {
    let last = last ?? complianceReview("acme", .opened, on: "2022-05-01")
    return [
      try posture(first, second, last, on: "2022-06-01"),
      try posture(second, first, last, on: "2022-06-01"),
    ]
  }

  @Test("W6: at equal grades the later position wins, and what it displaces is contested")
  func position() throws {
    let report = silentReduction("acme", .exited, on: day)
    let word = announcement("acme", .suspended, on: day, grade: "B2")
    let found = try findings(word, report)
    #expect(done(found[0]) == "exited, reported, since 2022-04-06")
    #expect(done(found[1]) == "suspended, declared, since 2022-04-06")
    for finding in found { #expect(finding.contested.map(\.rule) == [.sameDay]) }
    let bare = announcement("acme", .exited, on: day)
    for finding in try findings(bare, bare.with("condition", "unless it finds no buyer")) {
      #expect(finding.contested.map(\.rule) == [.sameDay])
    }
  }

  @Test("a review that is opened and concluded on the same dates is as the better grade says")
  func reviews() throws {
    let opened = complianceReview("acme", .opened, on: day, grade: "E4")
    let concluded = complianceReview("acme", .concluded, on: day, grade: "C3")
    let word = announcement("acme", .reducing, on: "2022-05-01")
    #expect(
      try findings(opened, concluded, then: word).map(\.review.state) == [.concluded, .concluded])
    let equal = complianceReview("acme", .opened, on: day, grade: "C3")
    #expect(try findings(equal, concluded, then: word).map(\.review.state) == [.concluded, .open])
    #expect(
      try posture(concluded, opened, on: "2022-06-01", rules: .first).review.state == .open)
  }

  @Test("W6: what says the same and names no day differs from no day that was named")
  func sameWithoutDay() throws {
    let dated = announcement("acme", .exited, on: day, effective: "2022-07-01", grade: "E4")
    for grade in ["C2", "F6", "E4"] {
      let bare = announcement("acme", .exited, on: day, grade: grade)
      for finding in try findings(dated, bare) {
        #expect(finding.contested.isEmpty, "\(grade)")
        #expect(finding.voice.due?.latest.description == "2022-07-01", "\(grade)")
      }
    }
  }

  @Test("W6: a word that the latest one repeats is not contested, though another came between")
  func repeatedBetween() throws {
    let weak = announcement("acme", .operating, on: day, grade: "F6")
    let pledge = announcement("acme", .suspended, on: day, effective: "2022-07-01", grade: "B2")
    let better = announcement("acme", .operating, on: day, grade: "A1")
    #expect(contests(try posture(weak, pledge, better, on: "2022-05-01")) == ["2 same_day"])
  }

  @Test("W6: the day of a word under a condition is none to differ by")
  func conditionalDay() throws {
    let first = announcement("acme", .exited, on: day, effective: "2022-07-01", grade: "C3")
      .with("condition", "unless it finds no buyer")
    let second = announcement("acme", .exited, on: day)
      .with("condition", "unless it finds no buyer")
    #expect(contests(try posture(first, second, on: "2022-05-01")).isEmpty)
  }

  @Test("that the exit is announced beside the exit itself is no contradiction")
  func announcedExit() throws {
    let word = announcement("acme", .exited, on: day, grade: "F6")
    for grade in ["F6", "E4"] {
      let leaves = exit("acme", .seized, disclosed: false, on: day, grade: grade)
      for finding in try findings(word, leaves) {
        #expect(finding.conduct?.level == .exited)
        #expect(finding.contested.isEmpty, "\(grade)")
      }
    }
  }

  @Test("W10: reports that no longer count conflict with none")
  func trimmedConflict() throws {
    let other = silentReduction("acme", .exited, on: "2022-04-06", grade: "E4")
      .with("evidence", .array([["publisher": "Wire", "grade": "E4"]]))
    let weak = silentReduction("acme", .suspended, on: "2022-04-11", grade: "F6")
    #expect(contests(try posture(other, weak, on: "2022-05-01")) == ["1 conflicting_report"])
    let word = announcement("acme", .suspended, on: "2022-04-12")
    #expect(contests(try posture(other, weak, word, on: "2022-05-01")).isEmpty)
  }

  @Test(
    "W10: nor is contested what such a report displaced, but on the dates of the run's first claim")
  func trimmedSameDay() throws {
    let stays = continuedBusiness("acme", .operating, on: day, grade: "E4")
    let holds = continuedBusiness("acme", .holding, on: day, grade: "F6")
    #expect(contests(try posture(stays, holds, on: "2022-05-01")) == ["1 same_day"])
    let later = announcement("acme", .holding, on: "2022-04-12")
    #expect(contests(try posture(stays, holds, later, on: "2022-05-01")).isEmpty)
    let sameDates = announcement("acme", .holding, on: day)
    #expect(contests(try posture(stays, holds, sameDates, on: "2022-05-01")) == ["1 same_day"])
  }

  @Test("a claim of the same dates does not come after a word under a condition")
  func conditional() throws {
    let word = announcement("acme", .operating, on: day, grade: "B2")
      .with("condition", "unless it gets a waiver")
    for finding in try findings(word, silentReduction("acme", .suspended, on: day)) {
      #expect(finding.reading == .conditional)
    }
    for finding in try findings(word, silentReduction("acme", .suspended, on: "2022-04-07")) {
      #expect(finding.reading == .quietRetreat)
    }
  }
}
