import Reports

/// The ways from each page to the others, by which the clocks are kept.
enum SiteNavigation {
  private static let places = [
    ("/board", "Board"), ("/timeline", "Timeline"), ("/regulatory", "Rules"),
    ("/changes", "Changes"), ("/replay", "Step by step"), ("/search", "Search"),
  ]

  /// Links to the pages.
  ///
  /// - Parameters:
  ///   - current: the path of the page that is shown.
  ///   - clocks: the clocks as a query, or nothing.
  /// - Returns: the links, of which the one to the page that is shown is marked.
  static func markup(current: String, clocks: String) -> Markup {
    let links = places.map { path, words -> Markup in
      let isHere = path == current || path == "/board" && current == "/"
      let mark: Markup = isHere ? " aria-current=\"page\"" : .empty
      return "<a href=\"\(path)\(clocks)\"\(mark)>\(words)</a>\n"
    }
    return """
      <nav class="site" aria-label="Pages">
      \(links)\
      </nav>

      """
  }
}
