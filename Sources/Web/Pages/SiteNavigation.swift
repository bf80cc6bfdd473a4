import Answers
import Reports

/// The links from each page to the others, which keep the clocks; to those to record with where
/// events are taken.
enum SiteNavigation {
  /// Links to the pages of the listed questions, among which the one to the page at the path
  /// `current` is marked.
  static func markup(current: String, keeping given: Given, isRecording: Bool) -> Markup {
    let links = Questions.all.filter { $0.isListed }.map { question -> Markup in
      let mark: Markup = question.template == current ? " aria-current=\"page\"" : .empty
      let address = question.template + given.clocks(for: question)
      return "<a href=\"\(address)\"\(mark)>\(question.name)</a>\n"
    }
    let desk = isRecording ? [("/propose", "Propose"), ("/inbox", "Inbox")] : []
    let deskLinks = desk.map { address, name -> Markup in
      let mark: Markup = address == current ? " aria-current=\"page\"" : .empty
      return "<a href=\"\(address)\"\(mark)>\(name)</a>\n"
    }
    return """
      <nav class="site" aria-label="Pages">
      \(links)\(deskLinks)\
      </nav>

      """
  }
}
