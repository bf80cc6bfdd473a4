import EventLog
import Projections
import Stances
import TestSupport
import Testing

@Suite("Postures from a log")
struct PostureProjectionTests {
  private let lenovo = company("lenovo", name: "Lenovo")
  private let report = silentReduction(
    "lenovo", .suspended, on: "2022-03~", published: "2022-05-06", id: "report")
  private let defence = announcement("lenovo", .operating, on: "2022-03-11", id: "defence")

  @Test("the past day that a conditional word names is no evidence before the word is said")
  func conditionalSince() throws {
    let log = try TestLog([
      company("acme"),
      announcement("acme", .suspended, on: "2022-04-07", effective: "2022-03-01")
        .with("condition", "unless it gets a waiver"),
    ])
    #expect(try log.postures(to: "2022-04-06").isEmpty)
    #expect(try log.postures(to: "2022-04-07").map(\.voice.kind) == [.announced])
  }

  @Test("a group is who belongs to it, through others too, on the day; one of them stands for it")
  func groups() throws {
    let log = try TestLog([
      company("holding", name: "Holding"),
      company("works", parent: "holding"),
      company("branch", country: "DE", parent: "works"),
      company("left", country: "DE", parent: "holding"),
      company("left", country: "DE", id: "sold").with("occurred", "2022-06-01").with(
        "published", "2022-06-01"),
      announcement("works", .operating, on: "2022-03-01", id: "stays"),
      announcement("branch", .suspended, on: "2022-03-02", id: "stops"),
      announcement("left", .exited, on: "2022-03-03", id: "gone"),
      company("one"), company("two", parent: "one"),
      company("one", parent: "two", id: "circle-one"),
      announcement("one", .operating, on: "2022-03-01", id: "circle"),
    ])
    func found(
      _ rule: RollRule, to day: String = "2022-04-01",
      _ change: (inout PostureChoice) -> Void = { _ in }
    ) throws -> [String] {
      var choice = PostureChoice()
      choice.roll = rule
      change(&choice)
      let clocks = try log.clocks(to: day)
      return try log.read {
        try LogView(of: $0, on: clocks).choosing(choice, ContentChoice()).postures().map {
          let members = $0.group?.members.map(\.text).joined(separator: "+") ?? ""
          return "\($0.unitName): \($0.company) of \(members)"
        }
      }
    }
    let circle = "one: one of one"
    #expect(try found(.worst) == ["Holding: works of branch+left+works", circle])
    #expect(try found(.best) == ["Holding: left of branch+left+works", circle])
    #expect(
      try found(.best, to: "2022-07-01")
        == ["Holding: branch of branch+works", "left: left of left", circle])
    // Which companies are asked for is asked of each; what they do, of the one that stands for all.
    #expect(
      try found(.worst) { $0.countries = [.init(packing: "DE")].compactMap(\.self) }
        == ["Holding: branch of branch+left"])
    #expect(try found(.worst) { $0.levels = [.suspended] }.isEmpty)
    #expect(try found(.best) { $0.levels = [.suspended] }.isEmpty)
    #expect(try found(.any) { $0.levels = [.suspended] } == ["Holding: branch of branch"])
  }

  @Test("a posture names the company, its events and the dates as given")
  func names() throws {
    let posture = try #require(
      try TestLog([lenovo, report, defence]).posture(to: "2022-05-06"))
    #expect(posture.name == "Lenovo")
    #expect(posture.conduct?.level == .suspended)
    #expect(posture.conduct?.since.text == "2022-03~")
    #expect(posture.conduct?.events.map(\.text) == ["report"])
    #expect(posture.conduct?.grade.code == "B2")
    #expect(posture.voice.kind == .defended)
    #expect(posture.voice.since?.text == "2022-03-11")
    #expect(posture.contested.map(\.event.text) == ["defence"])
    #expect(posture.lastEvidence?.text == "2022-05-06")
  }

  @Test("what was not yet published is not known: the earlier day gives the earlier answer")
  func publicClock() throws {
    let log = try TestLog([lenovo, report, defence])
    let then = try #require(try log.posture(to: "2022-05-05", knownBy: "2022-05-05"))
    #expect(then.conduct?.level == .operating)
    #expect(then.conduct?.basis == .declared)
    #expect(then.gap == 0)
    let now = try #require(try log.posture(to: "2022-05-05"))
    #expect(now.conduct?.level == .suspended)
    #expect(now.gap == -3)
  }

  @Test("what was recorded later does not change the answer at an earlier position")
  func logClock() throws {
    let log = try TestLog([lenovo, defence])
    let before = try log.posture(to: "2022-05-06", at: 2)
    try log.append([report])
    #expect(try log.posture(to: "2022-05-06", at: 2) == before)
    #expect(try log.posture(to: "2022-05-06") != before)
  }

  @Test("a fuzzy date is reached on its first day, or strictly on its last")
  func fuzziness() throws {
    let log = try TestLog([lenovo, report])
    #expect(try log.posture(to: "2022-02-28") == nil)
    #expect(try log.posture(to: "2022-03-01")?.conduct?.level == .suspended)
    #expect(try log.posture(to: "2022-03-30", .strict) == nil)
    #expect(try log.posture(to: "2022-03-31", .strict)?.conduct?.level == .suspended)
  }

  @Test("a correction replaces the content, and an earlier knowledge date gives the old answer")
  func correctionOverTime() throws {
    let corrected = silentReduction(
      "lenovo", .reducing, on: "2022-03-15", published: "2022-05-06", id: "report")
    let log = try TestLog([
      lenovo, report, correction(to: corrected, published: "2022-06-01", id: "fix"),
    ])
    let after = try #require(try log.posture(to: "2022-07-01"))
    #expect(after.conduct?.level == .reducing)
    #expect(after.conduct?.since.text == "2022-03-15")
    #expect(after.conduct?.events.map(\.text) == ["report"])
    let before = try #require(try log.posture(to: "2022-07-01", knownBy: "2022-05-31"))
    #expect(before.conduct?.level == .suspended)
    #expect(try log.posture(to: "2022-07-01", at: 2)?.conduct?.level == .suspended)
  }

  @Test("a correction can give an event another company and another market")
  func correctionOfSubject() throws {
    let corrected = silentReduction(
      "dji", .suspended, on: "2022-03~", published: "2022-05-06", in: ["UA"], id: "report")
    let log = try TestLog([
      lenovo, company("dji"), report, correction(to: corrected, published: "2022-06-01"),
    ])
    let postures = try log.postures(to: "2022-07-01")
    #expect(postures.map { "\($0.company)/\($0.market)" } == ["dji/UA"])
  }

  @Test("a retraction withdraws an event, and a retraction of the retraction brings it back")
  func retractions() throws {
    let log = try TestLog([
      lenovo, report, retraction(of: "report", published: "2022-06-01", id: "withdrawal"),
    ])
    #expect(try log.posture(to: "2022-07-01") == nil)
    #expect(try log.posture(to: "2022-07-01", knownBy: "2022-05-31") != nil)
    try log.append([retraction(of: "withdrawal", published: "2022-06-02")])
    #expect(try log.posture(to: "2022-07-01")?.conduct?.level == .suspended)
    #expect(try log.posture(to: "2022-07-01", knownBy: "2022-06-01") == nil)
  }

  @Test("a pledge shows its day, and on that day becomes conduct since then")
  func pledge() throws {
    let log = try TestLog([
      company("didi"),
      announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04", id: "exit"),
    ])
    let before = try #require(try log.posture(to: "2022-03-03"))
    #expect(before.conduct == nil)
    #expect(before.pledges.map(\.due.text) == ["2022-03-04"])
    #expect(before.due?.text == "2022-03-04")
    let after = try #require(try log.posture(to: "2022-03-04"))
    #expect(after.conduct?.level == .exiting)
    #expect(after.conduct?.since.text == "2022-03-04")
    #expect(after.pledges.isEmpty)
  }

  @Test("a concluded review says what it came to")
  func review() throws {
    let log = try TestLog([
      company("dji"),
      complianceReview("dji", .opened, on: "2022-04-26"),
      complianceReview("dji", .concluded, on: "2022-06-01", outcome: "sales stay suspended"),
    ])
    #expect(try log.posture(to: "2022-05-31")?.review.outcome == nil)
    #expect(try log.posture(to: "2022-06-01")?.review.outcome == "sales stay suspended")
  }

  @Test("postures come by company, then market, and can be asked for some companies alone")
  func order() throws {
    let log = try TestLog([
      company("zte"), company("dji"), lenovo,
      silentReduction("zte", .reducing, on: "2022-03-01"),
      announcement("dji", .suspended, on: "2022-04-26", in: ["UA", "RU"]), report,
    ])
    let all = try log.postures(to: "2022-05-06").map { "\($0.company)/\($0.market)" }
    #expect(all == ["dji/RU", "dji/UA", "lenovo/RU", "zte/RU"])
    let clocks = try log.clocks(to: "2022-05-06")
    let some = try log.log.read {
      try LogView(of: $0, on: clocks, companies: [CompanyID(recorded: "zte")]).postures()
    }
    #expect(some.map(\.company.text) == ["zte"])
  }

  @Test("a company whose registration is withdrawn goes by its slug")
  func withdrawnRegistration() throws {
    let log = try TestLog([
      company("dji", name: "DJI", id: "company-dji"),
      announcement("dji", .suspended, on: "2022-04-26"),
      retraction(of: "company-dji", published: "2022-05-01"),
    ])
    #expect(try log.posture(to: "2022-05-06")?.name == "dji")
    #expect(try log.posture(to: "2022-05-06", knownBy: "2022-04-30")?.name == "DJI")
  }
}
