/// The address at which the site is served: a host and a port, such as `127.0.0.1:8080` or
/// `[::1]:8080`.
package struct ListenAddress: Hashable, Sendable {
  /// The name or number of the host, without brackets.
  package let host: String
  /// The port, 0 for any that is free.
  package let port: Int

  /// Only this machine, port 8080.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

  /// The address of a host and a port that were read before.
  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; nil if the text is something else.
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

/// The names under which the site may be asked for.
package enum ServedHosts: Sendable {
  /// Any: this program does not know what others call this machine.
  case any
  /// Only those of this machine.
  ///
  /// A page elsewhere can have its own name lead to 127.0.0.1 and then read, in the browser of
  /// its visitor, what is served there (DNS rebinding). The browser still says the name.
  case loopback

  /// The names of a site that is served at an address.
  package init(servedAt address: ListenAddress) {
    self = address.isLoopback ? .loopback : .any
  }

  /// Whether a request's `Host` is one of them; browsers always send one.
  func contain(_ host: String?) -> Bool {
    guard self == .loopback, let host = host?.lowercased() else { return true }
    return (ListenAddress(host) ?? ListenAddress("\(host):80"))?.isLoopback ?? false
  }
}
