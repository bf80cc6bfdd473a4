import Testing

@testable import Projections
@testable import Reports
@testable import Stances

@Suite("Changes as an Atom feed")
struct AtomFeedTests {
  private func points(_ samples: Samples) -> [TurningPoint] {
    let difference = samples.difference
    return difference.postures.map { point(.posture($0), on: "2022-03-01") }
      + difference.measures.map { point(.measure($0), on: "2999-01-01") }
  }

  private func point(_ change: TurningPoint.Change, on day: String) -> TurningPoint {
    TurningPoint(
      day: .on(day), change: change, recorded: Timestamp(milliseconds: 1_651_836_896_789))
  }

  private func feed(_ samples: Samples = .plain, address: String? = nil) -> String {
    AtomFeed.text(
      of: samples.answer(points(samples)), title: samples.text("Changes"), subject: "postures",
      address: address)
  }

  @Test("the latest change comes first, under a name that says what and when")
  func order() {
    let ids = feed().split(separator: "\n").filter { $0.hasPrefix("<id>") }
    #expect(
      ids == [
        "<id>urn:x-stance:stance.example.org/log/2026:postures</id>",
        "<id>urn:x-stance:stance.example.org/log/2026:measure:us-fdpr-russia:2999-01-01</id>",
        "<id>urn:x-stance:stance.example.org/log/2026:posture:xiaomi:RU:2022-03-01</id>",
        "<id>urn:x-stance:stance.example.org/log/2026:posture:lenovo:RU:2022-03-01</id>",
      ])
  }

  @Test("an entry is updated when it was recorded, or when a day that came by itself began")
  func updated() {
    let updated = feed().split(separator: "\n").filter { $0.hasPrefix("<updated>") }
    #expect(updated[1] == "<updated>2999-01-01T00:00:00.000Z</updated>")
    #expect(updated[2] == "<updated>2022-05-06T11:34:56.789Z</updated>")
    #expect(updated[0] == updated[1])
  }

  @Test("an empty feed is a feed, and an address of the web is its own")
  func empty() {
    let text = AtomFeed.text(
      of: Samples.plain.answer([]), title: "Changes", subject: "postures",
      address: "https://example.org/a?b=1&c=2")
    #expect(text.contains("<updated>2022-05-06T00:00:00.000Z</updated>"))
    #expect(text.contains("<link rel=\"self\" href=\"https://example.org/a?b=1&amp;c=2\"/>"))
    #expect(!feed(address: "javascript:alert(1)").contains("<link"))
  }

  @Test("recorded text becomes no element", arguments: HostileText.all)
  func hostileText(text: String) {
    let feed = feed(Samples { _ in text })
    let names = feed.matches(of: #/<\/?([A-Za-z]+)/#).map { String($0.1) }
    let own: Set = [
      "feed", "id", "title", "subtitle", "updated", "author", "name", "entry", "category",
      "content",
    ]
    #expect(Set(names).isSubset(of: own))
    #expect(feed.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }
}
