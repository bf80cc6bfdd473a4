import EventLog
import HTTPTypes
import Hummingbird
import NIOCore
import Stances
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Lists that are longer than one answer")
struct StreamTests {
  @Test(
    "a list as CSV or JSON Lines is whole, part by part, with the bytes of its command",
    arguments: [
      ("/events.jsonl", ["log", "--format", "jsonl"]),
      ("/events.csv?newest=true", ["log", "--newest", "--format", "csv"]),
      ("/timeline.jsonl", ["report", "timeline", "--format", "jsonl"]),
      ("/timeline.csv", ["report", "timeline", "--format", "csv"]),
    ])
  func whole(address: String, command: [String]) async throws {
    let fixture = try Self.long(isOfToday: true)
    let answer = await fixture.get(address)
    guard case .stream(let write) = answer.body else {
      Issue.record("\(address) is answered at once")
      return
    }
    let collected = Mutex<[ByteBuffer]>([])
    var writer: any ResponseBodyWriter = Collector { buffer in
      collected.withLock { $0.append(buffer) }
    }
    try await write(&writer)
    let pieces = collected.withLock(\.self)
    let text = pieces.map { String(buffer: $0) }.joined()
    #expect(pieces.count == 3)
    #expect(text == (try fixture.run(command).output))
    let header = address.contains("csv") ? 1 : 0
    let lines = text.split(whereSeparator: \.isNewline).count - header
    #expect(lines == Self.count + (address.contains("events") ? 4 : 2))
  }

  @Test("as a page and as JSON a list is shown in parts, and each leads to the next")
  func parts() async throws {
    let fixture = try Self.long()
    for page in ["/events", "/timeline"] {
      var address: String? = "\(page)?limit=2500\(page == "/timeline" ? "&after=0" : "")"
      var seen = 0
      while let asked = address {
        let answer = await fixture.get(asked)
        #expect(answer.status == .ok, "\(asked): \(answer.text.prefix(200))")
        seen += 1
        let link = answer.text.firstMatch(of: #/<a href="([^"]*)">Later (?:events|entries)</a>/#)
        address = link.map { String($0.1).replacing("&amp;", with: "&") }
      }
      #expect(seen == 4, "\(page)")
    }
    let json = await fixture.get("/timeline.json")
    #expect(json.text.contains(#""before": "more-"#))
    #expect(!json.text.contains(#""promises""#))
  }

  @Test("one list has one bound: before and after are not both given")
  func bothBounds() async throws {
    let fixture = try SiteFixture()
    let answer = await fixture.get("/timeline.json?before=1&after=2")
    #expect(answer.status == .badRequest)
    #expect(answer.text.contains("give either before or after, not both"))
  }

  private static let count = 8_100

  /// A site on more events than two parts of a stream have.
  private static func long(isOfToday: Bool = false) throws -> SiteFixture {
    let fixture = try SiteFixture(isOfToday: isOfToday)
    let first = try Day(iso: "2000-01-01")
    let more = (0..<count).map { number in
      announcement("lenovo", .operating, on: "\(first.adding(days: number))", id: "more-\(number)")
    }
    try fixture.log.append(
      try more.proposed(),
      as: .init(recorder: "desk", clock: { SiteFixture.instant(minute: 500) }))
    return fixture
  }
}

/// Passes on what is written.
private struct Collector: ResponseBodyWriter {
  let take: @Sendable (ByteBuffer) -> Void

  mutating func write(_ buffer: ByteBuffer) async throws { take(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
