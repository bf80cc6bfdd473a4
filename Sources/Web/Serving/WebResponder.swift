import JSON
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import Stances

/// Passes HTTP requests to the site, and notes them in the access log.
struct WebResponder: HTTPResponder {
  typealias Context = ConnectionContext

  let site: WebSite
  let accessLog: AccessLog

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    let start = ContinuousClock.now
    let target = request.head.path ?? "/"
    let answer = await site.answer(
      WebRequest(
        method: request.method, target: target, host: request.head.authority,
        fields: request.headers, from: context.channel.remoteAddress?.ipAddress
      ) { limit in
        try await Self.content(of: request, on: context.channel, upTo: limit)
      })
    accessLog.write(
      .info, "request",
      [
        ("method", .string(request.method.rawValue)), ("target", .string(target)),
        ("status", .integer(Int64(answer.status.code))),
        ("bytes", .integer(Int64(answer.length))),
        ("microseconds", .integer((ContinuousClock.now - start).microseconds)),
      ])
    return Response(answer)
  }

  private static func content(
    of request: Request, on channel: any Channel, upTo limit: Int
  ) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw RequestError.bodyTooLong(limit: limit)
    }
    // Only now: a client that waits to be asked for its body is not asked if it is refused.
    if request.headers[.expect]?.lowercased() == "100-continue" {
      try await channel.writeAndFlush(
        HTTPResponsePart.head(HTTPResponse(status: .continue))
      ).get()
    }
    var content: [UInt8] = []
    for try await part in request.body {
      guard content.count + part.readableBytes <= limit else {
        throw RequestError.bodyTooLong(limit: limit)
      }
      content += part.readableBytesView
    }
    return content
  }
}

/// A request with the connection over which it came.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}

extension Response {
  fileprivate init(_ answer: WebAnswer) {
    switch answer.body {
    case .none: self.init(status: answer.status, headers: answer.fields)
    case .whole(let content):
      self.init(
        status: answer.status, headers: answer.fields,
        body: content.readableBytes > Self.pieceBytes
          ? Self.body(content, holding: answer.room) : ResponseBody(byteBuffer: content))
    case .stream(let write):
      self.init(status: answer.status, headers: answer.fields, body: ResponseBody(write))
    }
  }
}

extension Response {
  private static let pieceBytes = 256 * 1_024

  /// Hands out long content piece by piece, as fast as the client reads it.
  ///
  /// Each piece is a copy: what waits in a client's connection does not keep the whole content, and
  /// its room is given back when the last piece has been taken or the client is gone.
  private static func body(_ content: ByteBuffer, holding room: TakenRoom?) -> ResponseBody {
    ResponseBody(contentLength: content.readableBytes) { writer in
      defer { withExtendedLifetime(room) {} }
      var rest = content
      while let piece = rest.readSlice(length: min(pieceBytes, rest.readableBytes)),
        piece.readableBytes > 0
      {
        try await writer.write(ByteBuffer(bytes: piece.readableBytesView))
      }
      try await writer.finish(nil)
    }
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
