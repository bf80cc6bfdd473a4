package import HTTPTypes

/// A request as the site answers it, however it arrived.
package struct WebRequest: Sendable {
  let method: HTTPRequest.Method
  /// Path and query as in the request line.
  let target: String
  /// The host that was asked, with its port if given; nil if the request names none.
  let host: String?
  let fields: HTTPFields
  /// Which network asks; nil for this machine, and if it is not known.
  let network: ClientNetwork?
  /// Why it is not clear which host is asked; nil if it is.
  let hostFault: HostFault?
  /// Reads the body up to a number of bytes.
  let body: @Sendable (_ limit: Int) async throws -> [UInt8]

  /// A request whose body is read when it is asked for.
  package init(
    method: HTTPRequest.Method, target: String, host: String? = nil, fields: HTTPFields = [:],
    from address: String? = nil,
    body: @escaping @Sendable (_ limit: Int) async throws -> [UInt8] = { _ in [] }
  ) {
    self.method = method
    self.target = target
    self.host = host
    network = address.flatMap(ClientNetwork.init)
    hostFault = fields[.hostFault].flatMap(HostFault.init)
    self.fields = fields
    self.body = body
  }

  /// The target without its query.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// Whether the client reads pages: a browser, and not a program.
  var wantsPage: Bool {
    let accepted = fields[.accept] ?? ""
    guard let page = accepted.firstRange(of: "text/html") else { return false }
    guard let json = accepted.firstRange(of: "json") else { return true }
    return page.lowerBound < json.lowerBound
  }
}

/// What a request asks for: the path's segments and the query's items, decoded.
struct RequestTarget: Hashable, Sendable {
  /// One `name=value` of the query.
  struct Item: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// The path between its slashes; empty for `/`.
  let segments: [String]
  /// The items in the order given, without those that have no value, as empty form fields are sent.
  let items: [Item]

  /// Reads the target of a request line, such as `/company/lenovo?to=2022-05-06`.
  init(_ text: String) throws(RequestError) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = parts.first, path.hasPrefix("/") else { throw .malformedAddress }
    var segments: [String] = []
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let decoded = PercentCoding.decode(segment) else { throw .malformedAddress }
      segments.append(decoded)
    }
    self.segments = segments == [""] ? [] : segments
    items = parts.count > 1 ? try Self.items(parts[1]) : []
  }

  private static func items(_ query: Substring) throws(RequestError) -> [Item] {
    var items: [Item] = []
    for pair in query.split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(sides[0], isQuery: true),
        let value = PercentCoding.decode(sides.count > 1 ? sides[1] : "", isQuery: true)
      else { throw .malformedAddress }
      if !value.isEmpty { items.append(Item(name: name, value: value)) }
    }
    return items
  }
}
