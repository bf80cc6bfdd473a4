import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Stances
import Synchronization
import Testing
@testable import Web

@Suite("Connections that take too long, and too many of them")
struct ConnectionTests {
  private let limits = ServerLimits()
  private let journal = AccessLog(now: { Timestamp(milliseconds: 0) }) { _ in }

  private func connected(_ handlers: any ChannelHandler...) throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handlers: handlers)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  @Test("one that was refused before its body had come may not be idle for longer than others")
  func idleAfterRefusal() throws {
    let channel = try connected(
      ConnectionGuard(limits: limits, table: ConnectionTable(capacity: 1), accessLog: journal))
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
      ConnectionGuard(limits: limits, table: ConnectionTable(capacity: 1), accessLog: journal))
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

  @Test("what is no request is refused with the fields of every answer, and noted")
  func noRequest() throws {
    for (error, status, code) in [
      (HTTPParserError.invalidMethod, 400, "malformed_request"),
      (.headerOverflow, 431, "head_too_long"),
    ] {
      let lines = Mutex<[String]>([])
      let journal = AccessLog(now: { Timestamp(milliseconds: 0) }) { line in
        lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      }
      let channel = try connected(
        ConnectionGuard(
          limits: limits, table: ConnectionTable(capacity: 1), accessLog: journal))
      channel.pipeline.fireErrorCaught(error)
      try? channel.throwIfErrorCaught()
      try channel.writeOutbound(
        HTTPResponsePart.head(
          HTTPResponse(status: .badRequest, headerFields: [.contentLength: "0"])))
      try channel.writeOutbound(HTTPResponsePart.end(nil))
      guard case .head(let head) = try channel.readOutbound(as: HTTPResponsePart.self),
        case .body(let body) = try channel.readOutbound(as: HTTPResponsePart.self)
      else {
        Issue.record("there is no answer")
        return
      }
      #expect(head.status.code == status)
      #expect(head.headerFields[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(head.headerFields[.contentLength] == String(body.readableBytes))
      #expect(String(buffer: body).contains(code))
      #expect(lines.withLock { $0.count == 1 && $0[0].contains(code) })
    }
  }

  @Test("a request names one host, and its address no other")
  func hosts() {
    func fault(_ uri: String, _ hosts: [String], _ version: HTTPVersion = .http1_1) -> HostFault? {
      HostCheck.fault(
        of: HTTPRequestHead(
          version: version, method: .GET, uri: uri,
          headers: HTTPHeaders(hosts.map { ("Host", $0) })))
    }
    #expect(fault("/board", ["localhost"]) == nil)
    #expect(fault("/board", []) == .missing)
    #expect(fault("/board", [], .http1_0) == nil)
    #expect(fault("/board", ["localhost", "localhost"]) == .several)
    #expect(fault("http://LOCALHOST/board", ["localhost"]) == nil)
    #expect(fault("http://elsewhere.example/board", ["localhost"]) == .foreign)
    #expect(fault("http://elsewhere.example?x=://localhost/", ["localhost"]) == .foreign)
    #expect(fault("/search?q=http://elsewhere.example/", ["localhost"]) == nil)
  }
}
