import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Links of pages")
struct LinkTests {
  private let fixture: SiteFixture

  init() throws { fixture = try SiteFixture() }

  @Test("whatever a page names leads to a page that is there, on the same clocks")
  func none404() async throws {
    var waiting = [
      "/board", "/timeline", "/events", "/measures", "/replay", "/changes?fromTo=2022-03-01",
      "/search?q=a", "/news?since=1", "/review",
    ].map { $0 + ($0.contains("?") ? "&" : "?") + (Self.hasDay($0) ? "to=2022-05-06" : "at=4") }
    var seen = Set(waiting)
    var kinds: Set<Substring> = []
    while let address = waiting.popLast() {
      let answer = await fixture.get(address)
      #expect(answer.status == .ok, "\(address)")
      let main = answer.text.firstMatch(of: /(?s)<main.*<\/main>/)?.0 ?? ""
      #expect(!main.contains("subject:"), "\(address)")
      for link in main.matches(of: /\ href="(\/[^"]*)"/) {
        let next = String(link.1).replacing("&amp;", with: "&")
        #expect(
          !Self.hasDay(next) || !address.contains("to=2022-05-06")
            || next.contains("to=2022-05-06"), "\(next) on \(address) has another day")
        kinds.insert(next.prefix { $0 != "?" }.dropFirst().prefix { $0 != "/" })
        if seen.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(kinds.isSuperset(of: ["company", "event", "timeline"]))
    #expect(seen.count > 15)
  }

  /// A list of what was recorded has no day.
  private static func hasDay(_ address: String) -> Bool { !address.hasPrefix("/events") }
}
