import Answers
import EventLog
import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("The interface and its description")
struct InterfaceTests {
  @Test("every route is described in every form, and nothing else is")
  func descriptionIsWhole() async throws {
    let fixture = try SiteFixture()
    let paths = try await fixture.get("/openapi.json").json["paths"]
    let described = Set(paths?.members.map(\.name) ?? [])
    let served = WebSite.routes.routes.flatMap { route -> [String] in
      let formats = route.operations.flatMap(\.formats)
      return (formats.isEmpty ? [.html] : formats).map { "\(route.template)\($0.suffix)" }
    }
    #expect(described == Set(served))
    #expect(Set(served).count == served.count)
  }

  @Test("every described path is served, and answers as it is described")
  func describedPathsAreServed() async throws {
    let fixture = try SiteFixture()
    let paths = try #require(try await fixture.get("/openapi.json").json["paths"])
    let values = [
      "{company}": "lenovo", "{market}": "RU", "{event}": "1", "{version}": "0", "{file}": "x.css",
    ]
    for path in paths.members {
      guard let get = path.value["get"] else { continue }
      let address = values.reduce(path.name) { $0.replacing($1.key, with: $1.value) }
      // Some cannot be asked without a value.
      let needed = [
        "/replay": "?from=2022-03-01", "/api/date": "?date=2022-03", "/lead": "?measure=ban",
        "/compare": "?company=lenovo&company=dji",
      ]
      let query = needed.first { path.name.hasPrefix($0.key) }?.value ?? ""
      let answer = await fixture.get(address + query)
      let outcome = get["responses"]?.members.first { $0.name == String(answer.status.code) }
      let content = try #require(outcome, "\(address) answers \(answer.status)").value["content"]
      let mediaType = answer.fields[.contentType].map { String($0.prefix { $0 != ";" }) }
      #expect(answer.status.code < 500 && answer.status != .badRequest, "\(address)")
      #expect(content?.members.map(\.name).first == mediaType || path.name.hasPrefix("/static"))
    }
  }

  @Test("HEAD is GET without its content, OPTIONS and 405 say what is allowed")
  func methodsAreAnswered() async throws {
    let fixture = try SiteFixture()
    let get = await fixture.get("/board.json")
    let head = await fixture.send(.head, "/board.json")
    #expect(head.bytes == [])
    #expect(head.fields[.contentLength] == String(get.bytes?.count ?? 0))
    #expect(head.fields[.eTag] == get.fields[.eTag])
    let options = await fixture.send(.options, "/api/events")
    #expect(options.status == .noContent)
    #expect(options.fields[.allow] == "GET, HEAD, POST, OPTIONS")
    for method in [HTTPRequest.Method.post, .put, .delete, .patch, .trace] {
      let answer = await fixture.send(method, "/board")
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.fields[.allow] == "GET, HEAD, OPTIONS")
    }
  }

  @Test("a client that has the bytes gets none, until the log grows")
  func answersAreRevalidated() async throws {
    let fixture = try SiteFixture()
    let tag = try #require(await fixture.get("/board.json").fields[.eTag])
    let again = await fixture.get("/board.json", [.ifNoneMatch: "\"other\", \(tag)"])
    #expect(again.status == .notModified)
    #expect(again.bytes == [])
    #expect(await fixture.get("/board.csv", [.ifNoneMatch: tag]).status == .ok)
    #expect(await fixture.get("/board.json?to=2022-05-31", [.ifNoneMatch: tag]).status == .ok)
    try fixture.log.append(
      [SiteFixture.story[0].with("id", "again").proposed()],
      as: AppendRequest(recorder: "desk", clock: { SiteFixture.instant(minute: 60) }))
    #expect(await fixture.get("/board.json", [.ifNoneMatch: tag]).status == .ok)
  }

  @Test(
    "a client that has the bytes of another log as long as this one gets this one's",
    arguments: [
      "/board", "/board.json", "/board.json?at=4", "/changes.csv?fromAt=4&at=2",
      "/api/events",
    ])
  func anotherLog(address: String) async throws {
    let fixture = try SiteFixture()
    var story = SiteFixture.story
    story[2] = announcement("lenovo", .suspended, on: "2022-03-11")
    let other = try SiteFixture(story)
    let tag = try #require(await other.get(address).fields[.eTag])
    #expect(await other.get(address, [.ifNoneMatch: tag]).status == .notModified)
    #expect(await fixture.get(address, [.ifNoneMatch: tag]).status == .ok)
  }

  @Test(
    "what is wrong with a request is reported as a problem",
    arguments: [
      ("/nothing", 404, "not_found"), ("/search.svg", 404, "no_such_form"),
      ("/measures.ics", 404, "no_such_form"),
      ("/board.xml", 404, "not_found"), ("/company/unheard-of", 404, "unknown_company"),
      ("/company/lenovo?knownBy=2022-01-01&at=0", 404, "unknown_company"),
      ("/company/lenovo/CN", 404, "nothing_recorded"),
      ("/company/lenovo/Russia", 400, "bad_parameter"), ("/event/99", 404, "unknown_event"),
      ("/event/4?at=3", 404, "unknown_event"), ("/board?too=2022-05-06", 400, "unknown_parameter"),
      ("/board?to=2022-05-06&to=2022-05-07", 400, "repeated_parameter"),
      ("/board?to=2022-02-30", 400, "bad_parameter"), ("/board?at=5", 400, "beyond_head"),
      ("/board?fuzzy=maybe", 400, "bad_parameter"), ("/board?at=%ff", 400, "malformed_address"),
      ("/%zz", 400, "malformed_address"), ("/replay?from=x", 400, "bad_parameter"),
      ("/replay?from=2022-06-02", 400, "before_start"),
      ("/replay?from=1900-01-01&step=day", 400, "too_many_steps"),
      ("/api/events?limit=0", 400, "bad_parameter"),
      ("/api/events?company=unheard-of", 404, "unknown_company"),
      ("/search?q=\(String(repeating: "a", count: 201))", 400, "bad_parameter"),
      ("/company/\(String(repeating: "a", count: 201))", 400, "bad_parameter"),
      ("/static/0/stance.css", 404, "not_found"), ("//", 404, "not_found"),
      // A list is bounded in an address, as the interface says.
      (
        "/posture?" + Array(repeating: "company=lenovo", count: 21).joined(separator: "&"), 400,
        "bad_parameter"
      ),
    ])
  func problemsAreTold(address: String, status: Int, code: String) async throws {
    let answer = try await SiteFixture().get(address)
    #expect(answer.status.code == status)
    #expect(answer.fields[.contentType] == "application/problem+json")
    #expect(try answer.json["code"]?.string == code)
    #expect(try answer.json["status"]?.integer == Int64(status))
  }

  @Test("those who read pages get a page for a problem, and the same status")
  func problemsArePages() async throws {
    let answer = try await SiteFixture().get(
      "/company/lenov", [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"])
    #expect(answer.status == .notFound)
    #expect(answer.fields[.contentType] == "text/html; charset=utf-8")
    #expect(answer.fields[.vary] == "Accept")
    #expect(answer.text.contains("<p>No company &#39;lenov&#39; is registered.</p>"))
    #expect(answer.text.contains("<li><a href=\"/search?q=lenovo\">lenovo</a></li>"))
  }

  @Test(
    "a page that is not there speaks to its readers: what is missing, and the ways on",
    arguments: [
      (
        "/nothing-here.html", "There is nothing at &#39;/nothing-here.html&#39;.",
        "nothing here.html"
      ),
      ("/company/lenov", "No company &#39;lenov&#39; is registered.", "lenov"),
      ("/event/none", "The log has no event &#39;none&#39;.", "none"),
      ("/x/%22%3E%3Cscript%3E", "There is nothing at", "&quot;&gt;&lt;script&gt;"),
    ])
  func missingPages(path: String, sentence: String, sought: String) async throws {
    let answer = try await SiteFixture().get(path, [.accept: "text/html"])
    #expect(answer.status == .notFound)
    #expect(answer.text.contains("<h1><bdi>Not found</bdi></h1>"))
    #expect(answer.text.contains("<p>\(sentence)"), "\(answer.text)")
    #expect(answer.text.contains("type=\"search\" maxlength=\"200\" value=\"\(sought)\">"))
    for way in ["/board", "/timeline", "/events"] {
      #expect(answer.text.contains("<a href=\"\(way)\">"))
    }
    #expect(!answer.text.contains("stance log") && !answer.text.contains("openapi"))
  }

  @Test("what is missing in another format stays a problem", arguments: ["/company/lenov.json"])
  func missingData(path: String) async throws {
    let answer = try await SiteFixture().get(path, [.accept: "*/*"])
    #expect(answer.fields[.contentType] == "application/problem+json")
  }

  @Test("every answer asks browsers to trust it no further than it needs")
  func answersAreGuarded() async throws {
    let fixture = try SiteFixture()
    for address in ["/board", "/", "/board.json", "/nothing", "/openapi.json", "/health"] {
      let fields = await fixture.get(address).fields
      #expect(fields[.contentSecurityPolicy]?.hasPrefix("default-src 'none'") == true)
      #expect(fields[.xContentTypeOptions] == "nosniff")
      #expect(fields[.referrerPolicy] == "no-referrer")
    }
    let page = await fixture.get("/board").fields[.contentSecurityPolicy] ?? ""
    #expect(!page.contains("unsafe"))
  }

  @Test("style and scripts stay at the addresses that the pages give")
  func filesAreServed() async throws {
    let fixture = try SiteFixture()
    let page = await fixture.get("/board").text
    for file in [SiteFiles.style, SiteFiles.liveScript] {
      #expect(page.contains(file.address))
      let answer = await fixture.get(file.address)
      #expect(answer.text == file.text)
      #expect(answer.fields[.cacheControl]?.contains("immutable") == true)
    }
  }
}
