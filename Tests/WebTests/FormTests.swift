import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing

@testable import Web

@Suite("Pages to propose, record and correct with")
struct FormTests {
  @Test("each type that people record has a sentence that leads to its form, and no other has one")
  func chooser() async throws {
    let fixture = try SiteFixture()
    for address in ["/propose", "/record"] {
      let page = await fixture.get(address)
      #expect(page.status == .ok)
      for type in EventType.allCases {
        let leads = page.text.contains("href=\"\(address)/\(type.rawValue)\"")
        #expect(leads == (!type.isAmendment && !type.isOfLog), "\(type)")
        let form = await fixture.get("\(address)/\(type.rawValue)")
        #expect((form.status == .ok) == leads, "\(type)")
      }
    }
    #expect(await fixture.get("/propose/nothing").status == .notFound)
  }

  @Test(
    "a form has a field for everything that the type needs, with the path and kind of its value",
    arguments: EventType.allCases.filter(\.hasForm))
  func fields(type: EventType) async throws {
    let page = try await SiteFixture().get("/propose/\(type.rawValue)").text
    for field in Vocabulary.fields(of: type) where !["type", "v"].contains(field.name) {
      let isThere =
        page.contains("data-path=\"\(field.name)\"") || page.contains("data-path=\"\(field.name).")
        || page.contains("data-path=\"\(field.name)[0].")
      #expect(isThere, "\(field.name)")
    }
    // Nothing is chosen beforehand, a grade least of all.
    #expect(!page.contains(" selected"))
  }

  @Test("a correction begins with what the event says now, sources and all")
  func correction() async throws {
    let fixture = try SiteFixture()
    let id = SiteFixture.story[3].id
    for name in [id.text, "4"] {
      let page = await fixture.get("/correct/\(name)")
      #expect(page.status == .ok)
      #expect(page.text.contains("<option value=\"suspended\" selected>"))
      #expect(page.text.contains("data-corrects=\"\(id)\""))
      #expect(page.text.contains("data-published=\"2022-05-06\""))
    }
    #expect(await fixture.get("/correct/nothing").status == .notFound)
    #expect(await fixture.get("/correct/99").status == .notFound)
  }

  @Test("what an event says cannot become markup of the form")
  func hostile() async throws {
    let quote = "</textarea><script>alert(1)</script>"
    let event = silentReduction("lenovo", .suspended, on: "2022-03-20", id: "hostile")
      .with("note", "\"><img src=x onerror=alert(1)> \(quote)")
    let fixture = try SiteFixture(SiteFixture.story + [event])
    let page = await fixture.get("/correct/hostile").text
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(page.contains("&lt;/textarea&gt;"))
  }

  @Test("pages lead to the forms where events are taken, and an event to its correction")
  func links() async throws {
    let fixture = try SiteFixture()
    let board = await fixture.get("/board").text
    #expect(board.contains("<a href=\"/propose\">Propose</a>"))
    let event = await fixture.get("/event/\(SiteFixture.story[3].id)").text
    #expect(event.contains("href=\"/correct/\(SiteFixture.story[3].id)\""))
    let closed = try SiteFixture(takesEvents: false)
    #expect(await !closed.get("/board").text.contains("/propose"))
    #expect(await closed.get("/propose").text.contains("accepts no events"))
  }

  @Test(
    "a date is echoed with its first and last day, or with how to write one",
    arguments: [("2022-03~", "about March 2022"), ("2022-05-06", "2022-05-06")])
  func dates(text: String, spoken: String) async throws {
    let fixture = try SiteFixture()
    let answer = try await fixture.get("/api/date?date=\(text)").json
    #expect(answer["spoken"]?.string == spoken)
    let refused = await fixture.get("/api/date?date=soon")
    #expect(refused.status == .badRequest)
    #expect(await fixture.get("/api/date").status == .badRequest)
  }

  @Test("a preview has pictures if they are asked for, before and after")
  func pictures() async throws {
    let fixture = try SiteFixture()
    let cut = silentReduction("lenovo", .exited, on: "2022-05-02").line
    let answer = await fixture.send(
      .post, "/api/events?dryRun=true&preview=true&pictures=true",
      [.contentType: "application/json", .authorization: "Bearer \(SiteFixture.token)"], body: cut)
    let preview = try #require(try answer.json["receipt"] ?? answer.json["preview"])
    let picture = try #require(preview["pictures"]?.firstElement)
    #expect(picture["before"]?.string?.contains("<svg") == true)
    #expect(picture["after"]?.string?.contains("exited") == true)
    #expect(picture["before"]?.string != picture["after"]?.string)
    #expect(preview["changes"]?.firstElement?["postures"]?.firstElement?["words"]?.string != nil)
  }
}
