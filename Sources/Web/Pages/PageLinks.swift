import Answers
import Reports
import Stances

extension [PageLink] {
  /// Links to what a page names, each once, by which the clocks are kept.
  func markup(clocks: String) -> Markup {
    var seen: Set<PageLink> = []
    let items = filter { seen.insert($0).inserted }.map { link -> Markup in
      "<li><a href=\"\(link.path)\(clocks)\">\(link.words)</a></li>\n"
    }
    guard !items.isEmpty else { return .empty }
    return """
      <nav class="named" aria-label="Pages about what is named here">
      <details\(items.count <= Self.mostOpen ? " open" : .empty)>\
      <summary>Pages about what is named here: \(items.count)</summary>
      <ul>
      \(items)</ul>
      </details>
      </nav>

      """
  }

  /// So many links are shown at once; more on demand.
  private static var mostOpen: Int { 12 }
}
