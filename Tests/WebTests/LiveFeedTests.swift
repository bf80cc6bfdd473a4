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
}
