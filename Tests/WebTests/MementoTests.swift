import JSON
import EventLog
import HTTPTypes
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("What a page said then (RFC 7089)")
struct MementoTests {
  // The story's four events were recorded at 12:00, 12:01, 12:02 and 12:03 on 10 May 2022.
  @Test(
    "the time gate leads to the state at a time, the nearest before the first",
    arguments: [
      ("Tue, 10 May 2022 12:02:30 GMT", 3), ("Tue, 10 May 2022 12:02:00 GMT", 3),
      ("Tue, 10 May 2022 12:01:59 GMT", 2), ("Sun, 01 Jan 2012 00:00:00 GMT", 1),
      ("Wed, 01 Jan 2042 00:00:00 GMT", 4),
    ])
  func gateLeadsToState(time: String, position: Int) async throws {
    let answer = try await SiteFixture().get(
      "/timegate/company/lenovo.json?to=2022-05-31", [.acceptDatetime: time])
    #expect(answer.status == .found)
    #expect(answer.fields[.location] == "/company/lenovo.json?at=\(position)&to=2022-05-31")
    #expect(answer.fields[.vary] == "Accept-Datetime")
    #expect(
      answer.fields[.link]?.contains(
        #"</company/lenovo.json?to=2022-05-31>; rel="original""#) == true)
  }

  @Test("without a time it leads to the present, and a time in another form is refused")
  func gateNeedsATime() async throws {
    let fixture = try SiteFixture()
    #expect(await fixture.get("/timegate/board").fields[.location] == "/board?at=4&to=2022-05-10")
    let answer = await fixture.get("/timegate/board", [.acceptDatetime: "2022-05-10"])
    #expect(answer.status == .badRequest)
    #expect(try await SiteFixture([]).get("/timegate/board").status == .notFound)
  }

  @Test("an answer that stays says when the page began to say it; the present one leads to its own")
  func statesAreDated() async throws {
    let fixture = try SiteFixture()
    let state = await fixture.get("/board.json?at=3&to=2022-05-31")
    #expect(state.fields[.mementoDatetime] == "Tue, 10 May 2022 12:02:00 GMT")
    for moving in ["", "?at=3", "?at=3&to=today", "?at=3&to=2022-05-31&knownBy=yesterday"] {
      #expect(await fixture.get("/board.json\(moving)").fields[.mementoDatetime] == nil)
    }
    let lasting =
      #"</board.json?at=4&to=2022-05-10>; rel="memento"; "#
      + #"datetime="Tue, 10 May 2022 12:03:00 GMT""#
    #expect(await fixture.get("/board.json").fields[.link]?.contains(lasting) == true)
  }

  @Test("each link of a long address is a field of its own, for clients bound a field's line")
  func longAddresses() async throws {
    let fixture = try SiteFixture()
    let query = "?company=" + String(repeating: "%F0%A0%80%80", count: 200)
    let answer = await fixture.get("/timegate/posture.json" + query)
    #expect(answer.status == .found)
    let links = answer.fields[values: .link]
    #expect(links.count == 4)
    #expect(links.allSatisfy { $0.utf8.count < 3_000 })
  }

  @Test("a state names the page that it is a state of, and both lead to it")
  func statesNameTheirPage() async throws {
    let fixture = try SiteFixture()
    for page in ["/board.json", "/board.json?to=2022-05-31"] {
      let gate = await fixture.get("/timegate\(page)")
      let address = try #require(gate.fields[.location])
      let state = await fixture.get(address)
      #expect(state.fields[.mementoDatetime] == "Tue, 10 May 2022 12:03:00 GMT")
      for answer in [gate, state] {
        let link = try #require(answer.fields[.link])
        #expect(link.contains(#"<\#(page)>; rel="original""#), "\(link)")
        #expect(link.contains(#"<\#(address)>; rel="memento""#), "\(link)")
      }
    }
  }

  @Test(
    "the permanent address of a page names its position and its days",
    arguments: [
      ("/board", "/board?at=4&to=2022-06-01"),
      ("/board?knownBy=yesterday&to=2022-05-06", "/board?at=4&knownBy=2022-05-31&to=2022-05-06"),
      ("/board?at=2022-05-10T12:01:30Z", "/board?at=2&to=2022-06-01"),
      (
        "/changes?fromAt=2022-05-10T13:00:00Z&fromTo=today",
        "/changes?at=4&fromAt=4&fromTo=2022-06-01&to=2022-06-01"
      ),
    ])
  func lastingAddress(page: String, lasting: String) async throws {
    let text = try await SiteFixture().get(page).text
    let address = lasting.replacing("&", with: "&amp;")
    #expect(text.contains(#"<a href="\#(address)">Permanent address"#))
  }

  @Test("the time map lists every state once, with the first and the last")
  func mapListsStates() async throws {
    let map = try await SiteFixture().get("/timemap/board.csv")
    #expect(map.fields[.contentType] == "application/link-format")
    #expect(
      map.text == """
        </board.csv>; rel="original",
        </timemap/board.csv>; rel="self"; type="application/link-format",
        </timegate/board.csv>; rel="timegate",
        </board.csv?at=1&to=2022-05-10>; rel="first memento"; datetime="Tue, 10 May 2022 12:00:00 GMT",
        </board.csv?at=2&to=2022-05-10>; rel="memento"; datetime="Tue, 10 May 2022 12:01:00 GMT",
        </board.csv?at=3&to=2022-05-10>; rel="memento"; datetime="Tue, 10 May 2022 12:02:00 GMT",
        </board.csv?at=4&to=2022-05-10>; rel="last memento"; datetime="Tue, 10 May 2022 12:03:00 GMT"

        """)
  }

  @Test("the list of events has states too, at a position alone, whatever part of it is shown")
  func eventsHaveStates() async throws {
    let fixture = try SiteFixture()
    let page = "/events.json?after=1&newest=true"
    let present = try #require(await fixture.get(page).fields[.link])
    let lasting = "/events.json?after=1&at=4&newest=true"
    #expect(present.contains(#"<\#(lasting)>; rel="memento""#), "\(present)")
    #expect(await fixture.get("/timegate\(page)").fields[.location] == lasting)

    let state = await fixture.get("/events.json?after=1&at=3")
    #expect(state.fields[.mementoDatetime] == "Tue, 10 May 2022 12:02:00 GMT")
    let events = try #require(try state.json["data"]?["events"]).elements
    #expect(events.compactMap { $0["position"]?.integer } == [2, 3])
    let link = try #require(state.fields[.link])
    #expect(link.contains(#"</events.json?after=1>; rel="original""#), "\(link)")

    let map = await fixture.get("/timemap/events.json?after=1&statesAfter=3").text
    #expect(map.contains(#"</events.json?after=1&at=4>; rel="last memento""#), "\(map)")
    #expect(!map.contains("at=3"))
  }

  @Test("a date is read as it is written, and nothing else is")
  func datesAreRead() {
    let text = "Fri, 06 May 2022 12:34:56 GMT"
    #expect(HTTPDate.instant(text).map(HTTPDate.text) == text)
    for wrong in [
      "Thu, 06 May 2022 12:34:56 GMT", "Fri, 6 May 2022 12:34:56 GMT", "Fri, 06 May 2022 12:34 GMT",
      "Friday, 06-May-22 12:34:56 GMT", "Fri, 06 May 2022 12:34:56 UTC", "",
    ] {
      #expect(HTTPDate.instant(wrong) == nil, "\(wrong)")
    }
  }
}
