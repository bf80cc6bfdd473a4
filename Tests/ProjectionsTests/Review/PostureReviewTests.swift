import JSON
import Projections
import Stances
import TestSupport
import Testing

/// Each rule about postures, measures and companies finds its case and passes over the one beside it.
@Suite("What is worth a look in postures, measures and companies")
struct PostureReviewTests {
  private let acme = company("acme")
  private let stop = silentReduction("acme", .suspended, on: "2022-03-10", id: "stop")

  @Test("J1: one publisher; J1b: second-hand sources only")
  func sources() throws {
    let reprint = Source(publisher: "Daily", origin: "Reuters")
    #expect(
      try found(.onePublisher, .secondHandOnly, among: [acme, stop.on(reprint)])
        == ["J1b acme RU", "J1 acme RU"])
    #expect(
      try found(.onePublisher, .secondHandOnly, among: [acme, stop.on(Source())]) == ["J1 acme RU"])
    #expect(
      try found(
        .onePublisher, .secondHandOnly,
        among: [acme, stop.on(reprint, Source(publisher: "Weekly", origin: "AFP"))])
        == ["J1b acme RU"])
    #expect(
      try found(
        .onePublisher, .secondHandOnly,
        among: [acme, stop.on(reprint, Source(publisher: "Weekly"))]) == [])
  }

  @Test("J2: contested for long, since the first event that contests it")
  func contested() throws {
    let events = [acme, stop, denial("acme", of: ["stop"], on: "2022-03-12", id: "no")]
    #expect(try found(.contested, among: events, to: "2023-03-13") == ["J2 acme RU"])
    #expect(try found(.contested, among: events, to: "2023-03-12").isEmpty)
    #expect(
      try found(.contested, among: events, to: "2022-04-30") { $0.staleAfter = 30 }
        == ["J2 acme RU"])
    #expect(try found(.contested, among: [acme, stop], to: "2023-03-13").isEmpty)
  }

  @Test("J3: no credible evidence")
  func weak() throws {
    let grades = ["B3", "D2"].map { Source(grade: $0) }
    #expect(try found(.weak, among: [acme, stop.on(grades[0], grades[1])]) == ["J3 acme RU"])
    #expect(try found(.weak, among: [acme, stop.on(grades[0], Source(grade: "C2"))]).isEmpty)
  }

  @Test("U1: the last evidence is old; of a company that is out nothing more is expected")
  func quiet() throws {
    #expect(try found(.quiet, among: [acme, stop], to: "2023-03-11") == ["U1 acme RU"])
    #expect(try found(.quiet, among: [acme, stop], to: "2023-03-10").isEmpty)
    let out = exit("acme", .sold, disclosed: true, on: "2022-03-10", id: "out")
    #expect(try found(.quiet, among: [acme, out], to: "2024-01-01").isEmpty)
  }

  @Test("U2: a review that was opened long ago and not concluded")
  func reviews() throws {
    let opened = complianceReview("acme", .opened, on: "2022-03-10", id: "opened")
    let done = complianceReview("acme", .concluded, on: "2022-05-01", id: "done")
    #expect(try found(.openReview, among: [acme, opened], to: "2023-03-11") == ["U2 acme RU"])
    #expect(try found(.openReview, among: [acme, opened], to: "2023-03-10").isEmpty)
    #expect(try found(.openReview, among: [acme, opened, done], to: "2024-01-01").isEmpty)
  }

  @Test("U3: the day that a word named has passed, and the deed falls behind")
  func overdue() throws {
    let word = announcement(
      "acme", .exited, on: "2022-03-10", effective: "2022-05-01", id: "word")
    let there = continuedBusiness("acme", .operating, on: "2022-06-01", id: "there")
    #expect(try found(.overdue, among: [acme, word, there], to: "2022-06-02") == ["U3 acme RU"])
    #expect(try found(.overdue, among: [acme, word], to: "2022-04-30").isEmpty)
    let out = exit("acme", .sold, disclosed: true, on: "2022-04-20", id: "out")
    #expect(try found(.overdue, among: [acme, word, out], to: "2022-06-02").isEmpty)
  }

  @Test("U4: a last day that is near, or has passed without a step")
  func lastDays() throws {
    let ministry = body("ministry")
    let act = measure("act", by: "ministry", .inForce, on: "2022-03-10", until: "2022-06-30")
    let found = { (events: [TestEvent], day: String) in
      try ProjectionsTests.found(.lastDay, among: [ministry] + events, to: day)
    }
    #expect(try found([act], "2022-05-31") == ["U4 act"])
    #expect(try found([act], "2022-05-30").isEmpty)
    #expect(try found([act], "2022-09-01") == ["U4 act"])
    let longer = measure("act", by: "ministry", .extended, on: "2022-06-20", until: "2022-12-31")
    #expect(try found([act, longer], "2022-09-01").isEmpty)
    #expect(try found([act, longer], "2022-12-01") == ["U4 act"])
    let lifted = measure("act", by: "ministry", .lifted, on: "2022-06-10")
    #expect(try found([act, lifted], "2022-06-12").isEmpty)
    let expired = measure("act", by: "ministry", .expired, on: "2022-06-30")
    #expect(try found([act, expired], "2022-09-01").isEmpty)
    let pause = measure("act", by: "ministry", .suspended, on: "2022-04-01", until: "2022-04-30")
    let open = measure("act", by: "ministry", .inForce, on: "2022-03-10")
    #expect(try found([open, pause], "2022-06-01") == ["U4 act"])
    #expect(try found([open], "2022-06-01").isEmpty)
  }

  @Test("N1: no event names it, and no company is part of it")
  func unnamed() throws {
    let others = [
      acme, company("beta"), company("gamma", parent: "beta"), company("delta"), body("ministry"),
      statement(by: "ministry", on: "2022-03-01", to: named("gamma")),
    ]
    #expect(try found(.unnamed, among: others + [stop]) == ["N1 delta"])
  }

  @Test("N2: two companies with one name, as the eye takes it, unless one is merged into the other")
  func names() throws {
    let latin = company("acme", name: "Acme Corp")
    // The first letter is Cyrillic.
    let cyrillic = company("other", name: "\u{410}CME corp")
    #expect(try found(.sharedName, among: [latin, cyrillic]) == ["N2 other"])
    #expect(try found(.sharedName, among: [latin, company("other", name: "Acme Corps")]).isEmpty)
    let merged = cyrillic.with("merged_into", "acme")
    #expect(try found(.sharedName, among: [latin, merged]).isEmpty)
  }

  @Test("N3: neither LEI nor Wikidata item nor ticker")
  func identifiers() throws {
    let known = company("beta").with("identifiers", .object([("wikidata", .string("Q42"))]))
    #expect(try found(.noIdentifier, among: [acme, known]) == ["N3 acme"])
  }

  @Test("the strongest rule comes first; of one rule what decides a posture, then the newest")
  func order() throws {
    let events = [
      acme, body("ministry"), statement(by: "ministry", on: "2022-04-01", id: "newest"),
      statement(by: "ministry", on: "2022-02-01", id: "oldest"), stop,
    ]
    #expect(
      try found(.noQuote, .onePublisher, .noIdentifier, among: events)
        == ["J1 acme RU", "N3 acme", "E2 stop", "E2 newest", "E2 oldest"])
  }

  @Test("each rule that is asked says at how many things it looked, though it be none")
  func lookedAt() throws {
    let whole = try review(ReviewCode.allCases, of: [acme, stop]) { $0.proposals = [] }
    #expect(whole.lookedAt.count == ReviewCode.allCases.count)
    // Where no one may see what waits, it is not said that nothing does.
    let site = try review(ReviewCode.allCases, of: [acme, stop])
    #expect(site.lookedAt.count == ReviewCode.allCases.count - 1)
    let few = try review([.noQuote, .onePublisher, .lastDay], of: [acme, stop])
    #expect(few.lookedAt == [.noQuote: 1, .onePublisher: 1, .lastDay: 0])
  }

  @Test("what is acknowledged is counted, and shown again on its day")
  func acknowledged() throws {
    let until = { (day: String, subject: String) in
      Acknowledgement(
        code: .onePublisher, subject: subject, until: try Day(iso: day), by: "An editor",
        reason: "Only one ever had it.", place: "review.csv: line 2")
    }
    let looked = { (day: String) in
      try review([.onePublisher], of: [acme, stop]) {
        $0.acknowledgements = [try until(day, "acme RU"), try until("2022-01-01", "acme RU")]
      }
    }
    let hidden = try looked("2023-01-01")
    #expect(hidden.findings.isEmpty)
    #expect(hidden.acknowledged.map(\.by.reason) == ["Only one ever had it."])
    let shown = try looked("2022-12-31")
    #expect(shown.findings.count == 1 && shown.acknowledged.isEmpty)
    // Another market of the same company is no slip, though nothing is found there.
    let other = try review([.onePublisher], of: [acme, stop]) {
      $0.acknowledgements = [try until("2023-01-01", "acme BY")]
    }
    #expect(other.findings.count == 1)
  }

  @Test(
    "an acknowledgement of what the log does not have is refused with its line and what is near",
    arguments: [
      (ReviewCode.noQuote, "stpo", ["stop"]), (.unnamed, "acne", ["acme"]),
      (.onePublisher, "acne RU", ["acme"]), (.onePublisher, "acme", ["acme RU"]),
      (.lastDay, "acts", ["act"]), (.severalSpellings, "Test Gazete", ["Test Gazette"]),
      (.noCopy, "https://example.org/b", ["https://example.org/a"]),
    ])
  func unknownSubjects(code: ReviewCode, subject: String, nearest: [String]) throws {
    let events = [
      acme, body("ministry"), measure("act", by: "ministry", .inForce, on: "2022-03-10"),
      stop.on(Source(url: "https://example.org/a")),
    ]
    let error = #expect(throws: ReviewError.self) {
      try review([code], of: events) {
        $0.acknowledgements = [
          Acknowledgement(
            code: code, subject: subject, until: try Day(iso: "2023-01-01"), by: nil, reason: nil,
            place: "review.csv: line 2")
        ]
      }
    }
    #expect(
      error
        == .unknownSubject(
          place: "review.csv: line 2", code: code, subject: subject, nearest: nearest))
  }
}
