import Stances
import TestSupport
import Testing

@Suite("Posture: the run of winning claims")
struct PostureRunTests {
  @Test("The run gives since, by its first claim, the events and the best grade")
  func run() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "C2"),
      silentReduction("honor", .suspended, on: "2022-03-20", grade: "A2"),
      silentReduction("honor", .suspended, on: "2022-04-01", grade: "B1"), on: "2022-05-06")
    #expect(done(finding) == "suspended, reported, since 2022-03-01")
    #expect(finding.conduct?.events == [1, 2, 3])
    #expect(finding.conduct.flatMap { AdmiraltyGrade(rank: $0.grade)?.code } == "A2")
  }

  @Test("The basis is reported if any claim of the run is")
  func basis() throws {
    let word = announcement("dji", .suspended, on: "2022-04-26")
    let more = announcement("dji", .suspended, on: "2022-05-01")
    let report = silentReduction("dji", .suspended, on: "2022-04-30")
    #expect(try posture(word, more, on: "2022-05-06").conduct?.basis == .declared)
    #expect(try posture(word, report, on: "2022-05-06").conduct?.basis == .reported)
    #expect(try posture(word, report, more, on: "2022-05-06").conduct?.basis == .reported)
  }

  @Test("A claim at another level that wins breaks the run")
  func broken() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01"),
      continuedBusiness("honor", .operating, on: "2022-04-01"),
      silentReduction("honor", .suspended, on: "2022-05-01"), on: "2022-05-06")
    #expect(done(finding) == "suspended, reported, since 2022-05-01")
    #expect(finding.conduct?.events == [3])
  }

  @Test("A claim at another level that loses does not break it")
  func unbroken() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "B2"),
      continuedBusiness("honor", .operating, on: "2022-04-01", grade: "D3"),
      silentReduction("honor", .suspended, on: "2022-05-01", grade: "B2"), on: "2022-05-06")
    #expect(done(finding) == "suspended, reported, since 2022-03-01")
    #expect(finding.conduct?.events == [1, 3])
  }

  @Test("Weak claims before the run's first credible one do not count")
  func trimmed() throws {
    let rumour = silentReduction("lenovo", .suspended, on: "2022-02-25", grade: "C3")
    let report = silentReduction(
      "lenovo", .suspended, on: "2022-03~", published: "2022-05-06", grade: "B2")
    let finding = try posture(rumour, report, on: "2022-05-06")
    #expect(done(finding) == "suspended, reported, since 2022-03-01")
    #expect(finding.conduct?.events == [2])
    let earlier = try posture(rumour, report, on: "2022-05-05", knownBy: "2022-05-05")
    #expect(done(earlier) == "suspended, reported, since 2022-02-25")
  }

  @Test("A run of weak claims alone counts whole")
  func weak() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "D3"),
      silentReduction("honor", .suspended, on: "2022-03-20", grade: "C3"), on: "2022-05-06")
    #expect(finding.conduct?.events == [1, 2])
    #expect(finding.conduct.flatMap { AdmiraltyGrade(rank: $0.grade)?.code } == "C3")
  }

  @Test("A trimmed report does not make a declared run reported")
  func trimmedBasis() throws {
    let finding = try posture(
      silentReduction("dji", .suspended, on: "2022-04-20", grade: "D3"),
      announcement("dji", .suspended, on: "2022-04-26", grade: "A1"), on: "2022-05-06")
    #expect(done(finding) == "suspended, declared, since 2022-04-26")
  }

  @Test("The review is none, open since, and concluded since")
  func review() throws {
    let stop = announcement("dji", .suspended, on: "2022-04-26")
    let opened = complianceReview("dji", .opened, on: "2022-04-26")
    let concluded = complianceReview("dji", .concluded, on: "2022-06-01", outcome: "no change")
    #expect(try posture(stop, on: "2022-05-06").review.state == .none)
    let open = try posture(stop, opened, concluded, on: "2022-05-06").review
    #expect((open.state, open.events) == (.open, [2]))
    #expect(open.since?.earliest.description == "2022-04-26")
    let done = try posture(stop, opened, concluded, on: "2022-06-01").review
    #expect((done.state, done.events) == (.concluded, [3]))
    #expect(done.since?.earliest.description == "2022-06-01")
  }
}
