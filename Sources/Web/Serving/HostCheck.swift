import HTTPTypes
import NIOCore
import NIOHTTP1

/// Marks requests that do not say clearly which host they ask for (RFC 9112 §3.2), before what shows
/// it is lost: the library keeps one `Host`, no version, and of an absolute address only its path.
///
/// The mark is a field that no client can set; the request is then answered as any other that is
/// refused.
final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    head.headers.remove(name: HTTPField.Name.hostFault.rawName)
    if let fault = Self.fault(of: head) {
      head.headers.add(name: HTTPField.Name.hostFault.rawName, value: fault.rawValue)
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  /// What is wrong with the host of a request; nil if nothing is.
  static func fault(of head: HTTPRequestHead) -> HostFault? {
    let hosts = head.headers["Host"]
    if hosts.count > 1 { return .several }
    guard let host = hosts.first else { return head.version == .http1_0 ? nil : .missing }
    guard !head.uri.hasPrefix("/"), let start = head.uri.firstRange(of: "://")?.upperBound else {
      return nil
    }
    let asked = head.uri[start...].prefix { $0 != "/" && $0 != "?" }
    return asked.lowercased() == host.lowercased() ? nil : .foreign
  }
}
