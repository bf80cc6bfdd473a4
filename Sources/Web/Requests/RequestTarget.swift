/// What a request asks for: the path's segments and the query's items, decoded.
struct RequestTarget: Hashable, Sendable {
  /// One `name=value` of the query.
  struct Item: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// The path between its slashes; empty for `/`.
  let segments: [String]
  /// The items in the order given; those without a value, as empty form fields are sent, left out.
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
