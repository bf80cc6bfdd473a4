import JSON
import Projections
import Stances
import TestSupport
import Testing

/// Each rule about evidence and time finds its case and passes over the one beside it.
@Suite("What is worth a look in events and pages")
struct EvidenceReviewTests {
  private let acme = company("acme")
  private let stop = silentReduction("acme", .suspended, on: "2022-03-10", id: "stop")
  private let word = announcement("acme", .suspended, on: "2022-03-10", id: "word")

  @Test("E1: a report by others with the digit 1 rests on one publisher; E1b: so does an own word")
  func confirmedByNoOne() throws {
    let one = Source(publisher: "Daily", grade: "B1")
    #expect(try found(.unconfirmed, .unconfirmedAct, among: [acme, stop.on(one)]) == ["E1 stop"])
    #expect(try found(.unconfirmed, .unconfirmedAct, among: [acme, word.on(one)]) == ["E1b word"])
    // Two pages that repeat one paper are one publisher, however they spell it.
    let reprints = [
      Source(publisher: "Daily", grade: "B1", origin: "Reuters"),
      Source(publisher: "Weekly", grade: "C2", origin: "REUTERS"),
    ]
    #expect(
      try found(.unconfirmed, among: [acme, stop.on(reprints[0], reprints[1])]) == ["E1 stop"])
    let other = Source(publisher: "Weekly", grade: "C2")
    #expect(try found(.unconfirmed, among: [acme, stop.on(one, other)]).isEmpty)
    #expect(try found(.unconfirmed, among: [acme, stop.on(Source(grade: "B2"))]).isEmpty)
  }

  @Test("E1: an exit on a claimant's word is a report, a disclosed one is the company's own word")
  func exits() throws {
    let own = exit("acme", .sold, disclosed: true, on: "2022-03-10", grade: "A1", id: "out")
    let claimed = own.with("claimant", .object([("name", .string("A minister"))]))
    #expect(try found(.unconfirmed, .unconfirmedAct, among: [acme, own]) == ["E1b out"])
    #expect(try found(.unconfirmed, .unconfirmedAct, among: [acme, claimed]) == ["E1 out"])
  }

  @Test("E2: no source is quoted; one quotation is enough")
  func quotes() throws {
    #expect(try found(.noQuote, among: [acme, stop]) == ["E2 stop"])
    let quoted = stop.on(Source(), Source(publisher: "Weekly", quote: "It stopped."))
    #expect(try found(.noQuote, among: [acme, quoted]).isEmpty)
  }

  @Test("E3: neither a file nor an archived address; what follows a # is not part of a page")
  func copies() throws {
    let page = "https://example.org/a"
    let cited = stop.on(Source(url: page + "#2"))
    #expect(try found(.noCopy, among: [acme, cited]) == ["E3 \(page)"])
    #expect(try found(.noCopy, among: [acme, cited, capture(of: page)]).isEmpty)
    #expect(
      try found(
        .noCopy,
        among: [
          acme, cited, capture(of: page), retraction(of: "capture-aa", published: "2022-05-06"),
        ]) == ["E3 \(page)"])
    let archived = Source(url: page, archived: "https://archive.example/a")
    #expect(try found(.noCopy, among: [acme, stop.on(archived)]).isEmpty)
  }

  @Test("E4: a second-hand source with the letter A")
  func secondHand() throws {
    let second = Source(grade: "A2", origin: "Reuters")
    #expect(try found(.secondHandGradedA, among: [acme, stop.on(second)]) == ["E4 stop"])
    #expect(try found(.secondHandGradedA, among: [acme, stop.on(Source(grade: "A2"))]).isEmpty)
    let lower = Source(grade: "B2", origin: "Reuters")
    #expect(try found(.secondHandGradedA, among: [acme, stop.on(lower)]).isEmpty)
  }

  @Test("E5: one page with two grades, also of companies that were not asked about")
  func grades() throws {
    let page = "https://example.org/a"
    let first = stop.on(Source(grade: "A2", url: page))
    let second = silentReduction("beta", .reducing, on: "2022-04-01", id: "cut")
    let differs = second.on(Source(grade: "C2", url: page))
    let both = [acme, company("beta"), first]
    #expect(try found(.severalGrades, among: both + [differs]) == ["E5 \(page)"])
    #expect(
      try found(.severalGrades, among: both + [differs], about: ["acme"]) == ["E5 \(page)"])
    let agrees = second.on(Source(grade: "A2", url: page))
    #expect(try found(.severalGrades, among: both + [agrees]).isEmpty)
    let elsewhere = second.on(Source(grade: "C2", url: page + "b"))
    #expect(try found(.severalGrades, among: both + [elsewhere]).isEmpty)
  }

  @Test("E5b: the spelling that is not the most frequent")
  func spellings() throws {
    let events = [
      acme, stop.on(Source(publisher: "TechStory")),
      announcement("acme", nil, on: "2022-04-01", id: "a").on(Source(publisher: "Tech Story")),
      announcement("acme", nil, on: "2022-04-02", id: "b").on(Source(publisher: "Tech Story")),
    ]
    #expect(try found(.severalSpellings, among: events) == ["E5b TechStory"])
    #expect(try found(.severalSpellings, among: [acme, stop.on(Source(publisher: "Tech"))]) == [])
  }

  @Test(
    "E6: what a checker found last by the day of the query",
    arguments: [
      ("404", true), ("410", true), ("500", true), ("0", true), ("dead", true), ("200", false),
      ("301", false), ("403", false), ("429", false), ("503", false), ("ok", false),
    ])
  func links(status: String, isDead: Bool) throws {
    let page = "https://example.org/a"
    let events = [acme, stop.on(Source(url: page))]
    let check = try LinkCheck(url: page, status: status, checked: Day(iso: "2022-06-01"))
    let found = { (links: [LinkCheck?], day: String) in
      try ProjectionsTests.found(.deadLink, among: events, to: day) {
        $0.links = links.compactMap(\.self)
      }
    }
    #expect(try found([check], "2022-12-31") == (isDead ? ["E6 \(page)"] : []))
    #expect(try found([check], "2022-05-31").isEmpty)
    let later = try LinkCheck(url: page, status: "ok", checked: Day(iso: "2022-07-01"))
    #expect(try found([later, check], "2022-12-31").isEmpty)
    #expect(try LinkCheck(url: page, status: "fine", checked: Day(iso: "2022-06-01")) == nil)
  }

  @Test("T1: published before it happened, without an effective day")
  func early() throws {
    let early = silentReduction(
      "acme", .suspended, on: "2022-04-01", published: "2022-03-10", id: "stop")
    #expect(try found(.early, among: [acme, early]) == ["T1 stop"])
    // "About March" may be the day on which it was published.
    #expect(try found(.early, among: [acme, stop.with("occurred", "2022-03~")]).isEmpty)
    let step = measure(
      "act", by: "ministry", .adopted, on: "2022-04-01", published: "2022-03-10",
      effective: "2022-04-01")
    #expect(try found(.early, among: [body("ministry"), step]).isEmpty)
  }

  @Test("a watch list narrows a review to what it names, and refuses what the log does not have")
  func watched() throws {
    let other = silentReduction("bell", .suspended, on: "2022-03-10", in: ["UA"], id: "bell-stop")
    let events = [
      acme, company("bell", country: "DE"), other,
      silentReduction("acme", .reducing, on: "2022-03-10", id: "acme-stop"),
    ]
    func watching(_ watch: String) throws -> [String] {
      let list = try WatchList(watch)
      return try found(.noQuote, .onePublisher, .noIdentifier, among: events) { $0.watch = list }
    }
    #expect(try watching("company:bell") == ["J1 bell UA", "N3 bell", "E2 bell-stop"])
    #expect(try watching("market:RU") == ["J1 acme RU", "E2 acme-stop"])
    #expect(try watching("country:DE") == ["J1 bell UA", "N3 bell", "E2 bell-stop"])
    #expect(throws: WatchError.self) { try watching("company:bel") }
  }

  @Test("T2: dated after the day on which it was recorded, and still ahead")
  func ahead() throws {
    // The log of these tests records on 2022-05-06.
    let late = stop.with("occurred", "2022-07-01")
    #expect(try found(.ahead, among: [acme, late], to: "2022-06-30") == ["T2 stop"])
    #expect(try found(.ahead, among: [acme, late], to: "2022-07-01").isEmpty)
    #expect(try found(.ahead, among: [acme, stop], to: "2022-03-01").isEmpty)
  }

  @Test("a corrected event is looked at as corrected, a withdrawn one not at all")
  func amended() throws {
    let events = [
      acme, stop, correction(to: stop.on(Source(quote: "It stopped.")), published: "2022-05-01"),
    ]
    #expect(try found(.noQuote, among: events).isEmpty)
    #expect(try found(.noQuote, among: events, at: 2) == ["E2 stop"])
    #expect(try found(.noQuote, among: events, knownBy: "2022-04-30") == ["E2 stop"])
    let withdrawn = [acme, stop, retraction(of: "stop", published: "2022-05-01")]
    #expect(try found(.noQuote, among: withdrawn).isEmpty)
    #expect(try found(.noQuote, among: [acme, stop], to: "2022-03-09").isEmpty)
  }

  @Test("with companies named, events count that name one of them")
  func narrowed() throws {
    let events = [
      acme, company("beta"), body("ministry"), stop,
      statement(by: "ministry", on: "2022-03-01", to: named("beta"), id: "call"),
    ]
    #expect(try found(.noQuote, among: events, about: ["beta"]) == ["E2 call"])
    #expect(try found(.noQuote, among: events, about: ["acme"]) == ["E2 stop"])
    #expect(try found(.noQuote, among: events) == ["E2 stop", "E2 call"])
  }
}
