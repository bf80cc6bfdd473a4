import Foundation
import Glibc

/// A server on the loopback interface that answers each request as scripted, one at a time.
final class ScriptedServer: @unchecked Sendable {
  /// What it answers: a status and a body, or nothing at all.
  struct Answer {
    var status = 200
    var body: [UInt8] = []
    /// Whether the connection is kept open and the body is never finished.
    var neverEnds = false
  }

  /// The address at which it listens.
  let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (_ path: String, _ body: [UInt8]) -> Answer

  /// Starts to listen on a free port.
  convenience init(_ answer: @escaping @Sendable (_ body: [UInt8]) -> Answer) throws {
    try self.init(at: { _, body in answer(body) })
  }

  /// Starts to listen on a free port, and answers what is asked at each path.
  init(at answer: @escaping @Sendable (_ path: String, _ body: [UInt8]) -> Answer) throws {
    self.answer = answer
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listens = withUnsafeMutablePointer(to: &address) { [listener] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    guard listens else { throw CocoaError(.fileReadUnknown) }
    port = address.sin_port.bigEndian
    Thread.detachNewThread { [listener, answer] in
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Self.serve(connection, answer)
      }
    }
  }

  /// Stops to listen.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func serve(_ connection: Int32, _ answer: (String, [UInt8]) -> Answer) {
    guard let (path, body) = request(from: connection) else {
      close(connection)
      return
    }
    let answer = answer(path, body)
    let promised = answer.body.count + (answer.neverEnds ? 1 : 0)
    let head = "HTTP/1.1 \(answer.status) -\r\ncontent-length: \(promised)\r\n\r\n"
    _ = (Array(head.utf8) + answer.body).withUnsafeBytes {
      send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    // One that never ends is left open; the system closes it with the tests.
    if !answer.neverEnds { close(connection) }
  }

  /// The path of a request, and its body by its content length.
  private static func request(from connection: Int32) -> (path: String, body: [UInt8])? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return nil }
      bytes += part.prefix(count)
      let text = String(decoding: bytes, as: UTF8.self)
      guard let end = text.range(of: "\r\n\r\n") else { continue }
      let head = text[..<end.lowerBound].lowercased()
      let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
        .flatMap { Int($0.dropFirst(16)) }
      let start = text[..<end.upperBound].utf8.count
      let words = text.split(separator: " ", maxSplits: 2)
      if bytes.count - start >= length ?? 0 { return (String(words[1]), Array(bytes[start...])) }
    }
  }
}
