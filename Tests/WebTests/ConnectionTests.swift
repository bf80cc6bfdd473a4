import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing
@testable import Web

@Suite("Connections that take too long, and too many of them")
struct ConnectionTests {
  private let limits = ServerLimits()

  private func connected(_ handlers: any ChannelHandler...) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handlers: handlers)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test("one that was refused before its body had come may not be idle for longer than others")
  func idleAfterRefusal() throws {
    let channel = try connected(
      ConnectionGuard(limits: limits, table: ConnectionTable(capacity: 1)))
    let head = HTTPRequest(
      method: .post, scheme: nil, authority: "localhost", path: "/api/events")
    try channel.writeInbound(HTTPRequestPart.head(head))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .unauthorized)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(5))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(Int64(limits.headSeconds) - 1))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test("one whose question is being answered is not ended meanwhile")
  func slowAnswer() throws {
    let channel = try connected(
      ConnectionGuard(limits: limits, table: ConnectionTable(capacity: 1)))
    let head = HTTPRequest(method: .get, scheme: nil, authority: "localhost", path: "/")
    try channel.writeInbound(HTTPRequestPart.head(head))
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(600))
    #expect(channel.isActive)
  }

  @Test(
    "if there are too many, the one that has waited longest makes room; if none waits, the newcomer"
  )
  func tooMany() throws {
    let table = ConnectionTable(capacity: 2)
    let channels = try (0..<4).map { _ in try connected() }
    for channel in channels.prefix(2) {
      table.open(channel)
      table.note(channel, isWaiting: false)
    }
    table.open(channels[2])
    channels[2].embeddedEventLoop.run()
    #expect(channels.map(\.isActive) == [true, true, false, true])
    table.note(channels[1], isWaiting: true)
    table.open(channels[3])
    channels[1].embeddedEventLoop.run()
    #expect(channels.map(\.isActive) == [true, false, false, true])
    #expect(table.count == 2)
  }
}
