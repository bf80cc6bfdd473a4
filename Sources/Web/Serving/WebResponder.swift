import JSON
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Stances

/// Passes HTTP requests to the site, and notes them in the access log.
struct WebResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let site: WebSite
  let accessLog: AccessLog

  func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
    let start = ContinuousClock.now
    let target = request.head.path ?? "/"
    let answer = await site.answer(
      WebRequest(
        method: request.method, target: target, host: request.head.authority,
        fields: request.headers
      ) { limit in
        try await Self.content(of: request, upTo: limit)
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

  private static func content(of request: Request, upTo limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw RequestError.bodyTooLong(limit: limit)
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

extension Response {
  fileprivate init(_ answer: WebAnswer) {
    switch answer.body {
    case .none: self.init(status: answer.status, headers: answer.fields)
    case .whole(let content):
      self.init(
        status: answer.status, headers: answer.fields, body: ResponseBody(byteBuffer: content))
    case .stream(let write):
      self.init(status: answer.status, headers: answer.fields, body: ResponseBody(write))
    }
  }
}

extension Duration {
  fileprivate var microseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
