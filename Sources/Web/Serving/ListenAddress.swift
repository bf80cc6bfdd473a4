/// Where the page is served: a host and a port, such as `127.0.0.1:8080` or `[::1]:8080`.
package struct ListenAddress: Hashable, Sendable {
  /// The name or number of the host, without brackets.
  package let host: String
  /// The port, 0 for any that is free.
  package let port: Int

  /// This machine alone, port 8080.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

  /// The address of a host and a port that were read before.
  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; nil where the text is something else.
  package init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...].utf8
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var host = text[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    if isBracketed { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, isBracketed == host.contains(":") else { return nil }
    self.init(host: String(host), port: Int(port))
  }

  /// Whether no other machine can reach it.
  package var isLoopback: Bool {
    let isNumber = host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    return host == "localhost" || host == "::1" || host.hasPrefix("127.") && isNumber
  }
}

extension ListenAddress: CustomStringConvertible {
  package var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
