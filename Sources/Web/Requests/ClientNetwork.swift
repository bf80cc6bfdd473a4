/// The network from which a client asks: an address of IPv4, or the first half of one of IPv6, of
/// which a client has the rest to itself.
///
/// This machine is none: what comes from it may be a proxy, through which everyone comes.
struct ClientNetwork: Hashable, Sendable {
  let text: String

  /// The network of a numeric address; nil for this machine.
  init?(_ address: String) {
    let address = address.lowercased()
    if let mapped = address.split(separator: ":").last, mapped.contains(".") {
      guard !mapped.hasPrefix("127.") else { return nil }
      text = String(mapped)
      return
    }
    guard address != "::1" else { return nil }
    text = Self.groups(of: address).prefix(4).joined(separator: ":")
  }

  /// The eight groups of an address, of which `::` stands for those that are 0.
  private static func groups(of address: String) -> [Substring] {
    guard let gap = address.firstRange(of: "::") else { return address.split(separator: ":") }
    let first = address[..<gap.lowerBound].split(separator: ":")
    let last = address[gap.upperBound...].split(separator: ":")
    let zeros = [Substring](repeating: "0", count: max(0, 8 - first.count - last.count))
    return first + zeros + last
  }
}
