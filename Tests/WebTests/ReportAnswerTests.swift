import JSON
import EventLog
import HTTPTypes
import Projections
import Reports
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("Reports on the site")
struct ReportAnswerTests {
  @Test("each form has the bytes of the report, and a page names the company")
  func formsAreTheReports() async throws {
    let fixture = try SiteFixture()
    let answer = try fixture.log.read { log in
      let clocks = Clocks(to: try Day(iso: "2022-05-31"), at: 3)
      let view = LogView(of: log, on: clocks)
      return try view.answer(view.board())
    }
    let query = "to=2022-05-31&at=3"
    let json = await fixture.get("/board.json?\(query)")
    #expect(json.bytes == PosturesReport.json(answer).prettyBytes() + [UInt8(ascii: "\n")])
    #expect(await fixture.get("/board.csv?\(query)").text == PosturesReport.document(answer).csv())
    #expect(
      await fixture.get("/board.md?\(query)").text == PosturesReport.document(answer).markdown())
    let page = await fixture.get("/board?\(query)")
    #expect(page.fields[.contentType] == "text/html; charset=utf-8")
    #expect(page.text.contains("Lenovo"))
  }

  @Test("calendars, feeds and charts have the bytes of the reports', and a feed its own address")
  func feedsAreTheReports() async throws {
    let fixture = try SiteFixture()
    let subjects: [(path: String, subject: FeedTopic)] = [
      ("/board", .postures), ("/timeline", .timeline),
      ("/company/lenovo", .company(try #require(CompanyID("lenovo")), name: "Lenovo")),
    ]
    for (path, subject) in subjects {
      let clocks = Clocks(to: try Day(iso: "2022-05-31"), at: 4)
      let (dates, changes, histories) = try fixture.log.read { log in
        let view = LogView(of: log, on: clocks)
        return (
          try view.dates(of: subject), try view.changes(of: subject),
          try view.histories(of: subject)
        )
      }
      let query = "at=4&to=2022-05-31"
      let ics = await fixture.get("\(path).ics?\(query)")
      #expect(ics.fields[.contentType] == "text/calendar; charset=utf-8")
      #expect(ics.text == CalendarFeed.text(of: dates, title: subject.title))
      let atom = await fixture.get("\(path).atom?\(query)")
      #expect(atom.fields[.contentType] == "application/atom+xml")
      let feed = AtomFeed.text(
        of: changes, title: subject.title, subject: subject.key, address: "\(path).atom?\(query)",
        base: "")
      #expect(atom.text == feed)
      #expect(feed.contains(#"<link rel="self" href="\#(path).atom?at=4&amp;to=2022-05-31"/>"#))
      let slides = await fixture.get("\(path).timelinejs?\(query)")
      #expect(slides.fields[.contentType] == "application/json")
      let story = StoryTimeline.json(of: dates, title: subject.title)
      #expect(slides.bytes == story.prettyBytes() + [UInt8(ascii: "\n")])
      let chart = await fixture.get("\(path).vega-lite?\(query)")
      #expect(chart.fields[.contentType] == "application/json")
      #expect(chart.bytes == VegaLite.chart(histories).prettyBytes() + [UInt8(ascii: "\n")])
      let link = #"<link rel="alternate" type="application/atom+xml" href="\#(path).atom"#
      #expect(await fixture.get("\(path)?\(query)").text.contains(link))
    }
    let company = await fixture.get("/company/lenovo.atom?to=2022-05-31").text
    #expect(company.contains("<id>urn:x-stance:posture:lenovo:RU:2022-03-20</id>"))
    #expect(await fixture.get("/search.atom?q=lenovo").status == .notFound)
  }

  @Test("all three clocks are heard")
  func clocksAreHeard() async throws {
    let fixture = try SiteFixture()
    let level = { (query: String) async throws -> String? in
      let answer = await fixture.get("/company/lenovo.json\(query)")
      let posture = try answer.json["data"]?["postures"]?.firstElement
      return posture?["conduct"]?["level"]?.string
    }
    #expect(try await level("") == "suspended")
    #expect(try await level("?to=2022-03-19") == "operating")
    #expect(try await level("?knownBy=2022-05-05") == "operating")
    #expect(try await level("?at=3") == "operating")
    #expect(try await level("?at=2022-05-10T12:02:30Z") == "operating")
    #expect(try await level("?at=4") == "suspended")
  }

  @Test("a company is found by any of its names, and search by a part of one")
  func namesAreFound() async throws {
    let fixture = try SiteFixture()
    let group = "%E8%81%94%E6%83%B3%E9%9B%86%E5%9B%A2"
    #expect(
      await fixture.get("/company/\(group).json").bytes
        == fixture.get("/company/lenovo.json").bytes)
    let found = try await fixture.get("/search.json?q=%E8%81%94%E6%83%B3").json["data"]?["matches"]
    #expect(found?.firstElement?["slug"]?.string == "lenovo")
    #expect(try await fixture.get("/search.json?q=unheard-of").json["data"]?["matches"]?.count == 0)
  }

  @Test("an answer at a position stays the same to the byte while the log grows")
  func pinnedAnswersStay() async throws {
    let fixture = try SiteFixture()
    let addresses = [
      "/board.json?at=4&to=today", "/company/lenovo?at=4&to=2022-05-31", "/timeline.md?at=4",
      "/event/lenovo-public-announcement-2022-03-11.json?at=4", "/search.json?q=len&at=4",
      "/company/Lenovo.json?at=4", "/board.json?at=2022-05-10T12:02:30Z",
      "/changes.json?fromAt=2&at=4", "/replay.md?from=2022-03-01&to=2022-05-31&at=4",
    ]
    var before: [[UInt8]?] = []
    for address in addresses {
      let answer = await fixture.get(address)
      #expect(answer.status == .ok, "\(address)")
      before.append(answer.bytes)
    }
    try fixture.log.append(
      [
        company("lenovo", name: "Lenovo Group", id: "lenovo-renamed"),
        company("another").with("aliases", ["Lenovo"]),
        retraction(of: "lenovo-public-announcement-2022-03-11", published: "2022-05-20"),
      ].proposed(), as: AppendRequest(recorder: "desk", clock: { SiteFixture.instant(minute: 60) }))
    // The first site has kept its answers and would show these.
    let restarted = try fixture.restarted()
    for (address, bytes) in zip(addresses, before) {
      #expect(await restarted.get(address).bytes == bytes, "\(address)")
      #expect(await fixture.get(address).bytes == bytes, "\(address)")
    }
    #expect(await fixture.get("/company/lenovo").text.contains("Lenovo Group"))
  }

  @Test("an instant after which nothing is recorded means the present, and so moves with it")
  func unsettledInstantsMove() async throws {
    let fixture = try SiteFixture()
    let address = "/board.json?to=2022-05-31&at=2022-05-10T13:30:00Z"
    let first = await fixture.get(address)
    #expect(try first.json["log"]?["size"]?.integer == 4)
    #expect(first.fields[.mementoDatetime] == nil)
    for (minute, size) in [(60, 5), (90, 6), (91, 6)] {
      try fixture.log.append(
        [company("firm-\(minute)").proposed()],
        as: AppendRequest(recorder: "desk", clock: { SiteFixture.instant(minute: minute) }))
      #expect(try await fixture.get(address).json["log"]?["size"]?.integer == Int64(size))
    }
    #expect(await fixture.get(address).fields[.mementoDatetime] != nil)
    let coming = await fixture.get("/board.json?at=2099-01-01T00:00:00Z")
    #expect(coming.status == .badRequest)
    #expect(try coming.json["code"]?.string == "still_to_come")
  }

  @Test("what another connection appended is in the next answer")
  func nextAnswerIsNew() async throws {
    let fixture = try SiteFixture()
    for number in 1...20 {
      try fixture.log.append(
        [company("firm-\(number)").proposed()],
        as: AppendRequest(recorder: "desk", clock: { SiteFixture.instant(minute: 60) }))
      let size = try await fixture.get("/board.json").json["log"]?["size"]?.integer
      #expect(size == Int64(4 + number))
    }
  }

  @Test("a page that does not show the current state says so and leads to it")
  func bannerIsShown() async throws {
    let fixture = try SiteFixture()
    #expect(await !fixture.get("/board").text.contains("This is not the current state"))
    #expect(
      await !fixture.get("/board?to=2022-06-01").text.contains("This is not the current state"))
    for query in ["to=2022-05-31", "knownBy=2022-06-01", "at=4"] {
      let page = await fixture.get("/board?\(query)").text
      #expect(page.contains("This is not the current state"), "\(query)")
      #expect(page.contains(#"<a href="/board">Show the current state</a>"#), "\(query)")
    }
  }

  @Test("what a stranger puts into an address cannot leave it in the page")
  func addressesAreEscaped() async throws {
    let fixture = try SiteFixture()
    let script = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"
    for address in [
      "/search?q=\(script)", "/company/\(script)", "/\(script)", "/board?to=\(script)",
    ] {
      let answer = await fixture.get(address, [.accept: "text/html"])
      #expect(answer.fields[.contentType] == "text/html; charset=utf-8")
      #expect(!answer.text.contains("<script>alert"), "\(address)")
    }
  }

  @Test("two queries are compared, and a replay is given step by step")
  func changesAreTold() async throws {
    let fixture = try SiteFixture()
    let changes = try await fixture.get("/changes.json?fromTo=2022-03-15&to=2022-05-31").json
    #expect(changes["data"]?["before"]?["to"]?.string == "2022-03-15")
    #expect(changes["data"]?["postures"]?.count == 1)
    let steps = try await fixture.get("/replay.json?from=2022-03-01&to=2022-03-31&step=week").json
    #expect(steps["data"]?["steps"]?.count == 6)
  }
}
