/// An origin of the web as browsers write it: `https://example.org`, with a port if it is not the
/// scheme's own.
package struct WebOrigin: Hashable, Sendable, CustomStringConvertible {
  /// The scheme, the host and the port.
  package let description: String

  /// Reads an origin; nil for anything else, such as an address with a path.
  package init?(_ text: String) {
    let pattern =
      /(https?):\/\/([a-z0-9]([a-z0-9.\-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:([1-9][0-9]{0,4}))?/
    guard let match = text.lowercased().wholeMatch(of: pattern) else { return nil }
    let standard = match.1 == "https" ? "443" : "80"
    let port = match.5.flatMap { $0 == standard ? nil : $0 }
    guard port.map({ UInt16($0) != nil }) ?? true else { return nil }
    description = "\(match.1)://\(match.2)" + (port.map { ":\($0)" } ?? "")
  }

  /// The origin of an address; nil if it is not one of the web.
  init?(ofAddress address: String) {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let host = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    self.init(String(address[..<start] + host))
  }
}

/// Where readers find the site: an origin, and a path if something in front of it has the rest.
package struct PublicAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address without a slash at its end; paths of the site come after it.
  package let description: String

  /// Reads an address; nil for one with a query, a password or anything but a plain path.
  package init?(_ text: String) {
    guard let origin = WebOrigin(ofAddress: text),
      let start = text.firstRange(of: "://")?.upperBound
    else { return nil }
    var path = text[start...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
    while path.last == "/" { path = path.dropLast() }
    guard path.wholeMatch(of: /(\/[A-Za-z0-9._~\-]+)*/) != nil else { return nil }
    description = origin.description + path
  }
}
