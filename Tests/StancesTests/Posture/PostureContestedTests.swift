import Stances
import TestSupport
import Testing

@Suite("Posture: what contradicts the conduct found")
struct PostureContestedTests {
  @Test("Claims at another level contest it if they come after the run's first claim")
  func after() throws {
    let finding = try posture(
      continuedBusiness("honor", .operating, on: "2022-02-01", grade: "D3"),
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "B2"),
      continuedBusiness("honor", .operating, on: "2022-04-01", grade: "D3"),
      continuedBusiness("honor", .expanding, on: "2022-04-02", grade: "C4"), on: "2022-05-06")
    #expect(contests(finding) == ["3 weak_claim", "4 weak_claim"])
    #expect(finding.contested.map(\.level) == [.operating, .expanding])
  }

  @Test("Claims that lost against an earlier run are forgotten with it")
  func forgotten() throws {
    let finding = try posture(
      silentReduction("honor", .suspended, on: "2022-03-01", grade: "B2"),
      continuedBusiness("honor", .operating, on: "2022-03-10", grade: "D3"),
      silentReduction("honor", .exited, on: "2022-04-01", grade: "B2"), on: "2022-05-06")
    #expect(contests(finding).isEmpty)
  }

  @Test(
    "If the run begins with a defence, claims of the 60 days before it contest it",
    arguments: [("2022-01-10", true), ("2022-01-09", false), ("2022-03-10", true)])
  func beforeDefence(day: String, isContested: Bool) throws {
    let finding = try posture(
      silentReduction("lenovo", .suspended, on: day, grade: "C3"),
      announcement("lenovo", .operating, on: "2022-03-11", grade: "B2"), on: "2022-05-05")
    #expect(done(finding) == "operating, declared, since 2022-03-11")
    #expect(contests(finding) == (isContested ? ["1 before_defence"] : []))
  }

  @Test("Claims before a run that begins otherwise do not contest it")
  func beforeReport() throws {
    let finding = try posture(
      silentReduction("lenovo", .suspended, on: "2022-03-01", grade: "C3"),
      continuedBusiness("lenovo", .operating, on: "2022-03-11", grade: "B2"), on: "2022-05-05")
    #expect(contests(finding).isEmpty)
  }

  @Test("If weak claims before a defence are trimmed, the run begins with the defence")
  func trimmed() throws {
    let finding = try posture(
      silentReduction("lenovo", .suspended, on: "2022-02-25", grade: "C3"),
      continuedBusiness("lenovo", .operating, on: "2022-03-01", grade: "D3"),
      announcement("lenovo", .operating, on: "2022-03-11", grade: "B2"), on: "2022-05-05")
    #expect(finding.conduct?.events == [3])
    #expect(contests(finding) == ["1 before_defence"])
  }

  @Test("A denial that names an event of the run contests it, whenever it was made")
  func denialNaming() throws {
    let report = silentReduction(
      "sinopec", .suspended, on: "2022-03-25", published: "2022-03-20", id: "report")
    let finding = try posture(
      report, denial("sinopec", of: ["report"], on: "2022-03-21"), on: "2022-05-06")
    #expect(contests(finding) == ["2 denial"])
    #expect(finding.contested.first?.level == nil)
  }

  @Test("A denial that names another event does not")
  func denialOfOther() throws {
    let finding = try posture(
      silentReduction("sinopec", .reducing, on: "2022-03-01", id: "old"),
      silentReduction("sinopec", .suspended, on: "2022-03-25", id: "new"),
      denial("sinopec", of: ["old"], on: "2022-03-26"), on: "2022-05-06")
    #expect(contests(finding).isEmpty)
  }

  @Test(
    "A denial that names none contests it from the day on which the run begins",
    arguments: [("2022-03-24", []), ("2022-03-25", ["2 denial"]), ("2022-04-30", ["2 denial"])])
  func denialOfAll(day: String, contested: [String]) throws {
    let finding = try posture(
      silentReduction("sinopec", .suspended, on: "2022-03-25"), denial("sinopec", on: day),
      on: "2022-05-06")
    #expect(contests(finding) == contested)
  }

  @Test("Nothing contests what is unknown")
  func unknown() throws {
    #expect(try posture(denial("sibur", on: "2022-03-25"), on: "2022-05-06").contested.isEmpty)
  }
}
