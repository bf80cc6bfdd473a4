import EventLog
import HTTPTypes
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("Listeners")
struct LiveFeedTests {
  @Test("a listener is woken at first and when the log grows, not otherwise")
  func listenersAreWoken() async throws {
    let feed = try SiteFixture().site.context.live
    var wakes = try feed.listen().makeAsyncIterator()
    #expect(await wakes.next() != nil)
    feed.wake(at: 5)
    #expect(await wakes.next() != nil)
    feed.wake(at: 5)
    feed.wake(at: 6)
    #expect(await wakes.next() != nil)
  }

  @Test("there are no more listeners than allowed, and one that goes makes room")
  func listenersAreCounted() async throws {
    let fixture = try SiteFixture()
    var limits = ServerLimits()
    limits.listeners = 2
    let feed = LiveFeed(log: fixture.site.context.log, limits: limits)
    let first = try feed.listen()
    var second: AsyncStream<Void>? = try feed.listen()
    #expect(throws: RequestError.tooManyStreams(limit: 2)) { try feed.listen() }
    #expect(second != nil)
    second = nil
    #expect(throws: Never.self) { try feed.listen() }
    withExtendedLifetime(first) {}
  }

  @Test("a stream continues after what the client has; an invalid place is refused")
  func streamsGoOn() async throws {
    let fixture = try SiteFixture()
    let stream = await fixture.get("/live", [.lastEventID: "2"])
    #expect(stream.status == .ok)
    #expect(stream.fields[.contentType] == "text/event-stream")
    #expect(await fixture.get("/live", [.lastEventID: "two"]).status == .badRequest)
    #expect(await fixture.send(.head, "/live").bytes == [])
  }

  @Test(
    "one network has at most a quarter of the places, and those of this machine are not counted")
  func placesOfOne() throws {
    var limits = ServerLimits()
    limits.listeners = 8
    let feed = LiveFeed(log: try SiteFixture().site.context.log, limits: limits)
    let network = try #require(ClientNetwork("192.0.2.1"))
    let streams = try (0..<2).map { _ in try feed.listen(from: network) }
    #expect(throws: RequestError.tooManyStreamsOfOne(limit: 2)) { try feed.listen(from: network) }
    #expect(Problem(RequestError.tooManyStreamsOfOne(limit: 2)).status == .tooManyRequests)
    let others = try (0..<5).map { _ in try feed.listen(from: ClientNetwork("127.0.0.1")) }
    let last = try feed.listen(from: ClientNetwork("192.0.2.2"))
    #expect(throws: RequestError.tooManyStreams(limit: 8)) { try feed.listen() }
    withExtendedLifetime((streams, others, last)) {}
  }

  @Test("a network is an address of IPv4 or half of one of IPv6; this machine is none")
  func networks() {
    for address in ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"] {
      #expect(ClientNetwork(address) == nil, "\(address)")
    }
    #expect(ClientNetwork("192.0.2.1") == ClientNetwork("::FFFF:192.0.2.1"))
    #expect(ClientNetwork("192.0.2.1") != ClientNetwork("192.0.2.2"))
    #expect(ClientNetwork("2001:db8::1") == ClientNetwork("2001:DB8:0:0:ffff::2"))
    #expect(ClientNetwork("2001:db8::1") != ClientNetwork("2001:db8:0:1::1"))
    #expect(ClientNetwork("fe80::1:2:3:4") == ClientNetwork("fe80::"))
  }
}
