extension Markup {
  /// A link that shows its address; the address alone where it is none of the web.
  static func link(to address: String) -> Markup {
    guard let target = webAddress(address) else { return "\(address)" }
    return "<a class=\"address\" href=\"\(target)\" rel=\"noreferrer\">\(address)</a>"
  }

  /// Pieces with a separator between them.
  static func joined(_ pieces: [Markup], by separator: Markup) -> Markup {
    pieces.dropFirst().reduce(into: pieces.first ?? .empty) { $0 += separator + $1 }
  }
}
