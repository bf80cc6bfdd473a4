import Answers
import EventLog
import Projections
import Reports
import Stances

/// What surrounds an answer on the site: links to other pages, the clocks, other formats.
struct PageFrame {
  let query: SiteQuery
  /// The clocks of the answer.
  let clocks: Clocks
  /// The other formats of the page.
  let forms: [SiteForm]
  /// Whether events are taken here.
  let isRecording: Bool
  /// The state of the page, if each position of the log has its own.
  let memento: Memento?

  /// The page within the frame, with links to what it names.
  func around(_ page: Page, linking reply: Reply) throws -> Page {
    let given = query.given
    var framed = page
    framed.head = head
    let ways = SiteNavigation.markup(
      current: query.path, keeping: given, isRecording: isRecording)
    framed.navigation = "<header>\n\(ways)\(form)\(banner)</header>\n"
    framed.footer =
      try neighbours(reply.neighbours())
      + reply.links().markup(clocks: given.keeping(Parameter.clocks).query) + otherForms
      + correction + lasting() + page.footer
    return framed
  }

  private var head: Markup {
    let alternates = forms.map { form -> Markup in
      let type = form.format.mediaType.prefix { $0 != ";" }
      let address = form.address(of: query.path, query.given)
      return "<link rel=\"alternate\" type=\"\(type)\" href=\"\(address)\">\n"
    }
    let script: Markup =
      query.isPinned
      ? .empty : "<script defer src=\"\(SiteFiles.liveScript.address)\"></script>\n"
    return alternates.reduce(SiteFiles.iconLink, +) + script
  }

  /// The clocks and the page's other parameters as fields of a form, which needs no script.
  private var form: Markup {
    let fields = query.fields.flatMap { parameter in
      let texts = query.given.texts(parameter)
      return (texts.isEmpty ? [""] : texts).map {
        FormField(parameter: parameter, value: $0).markup
      }
    }
    let kept = [Parameter.fuzzy, .rules].compactMap { parameter in
      query.given.text(parameter).map { value -> Markup in
        "<input type=\"hidden\" name=\"\(parameter.name)\" value=\"\(value)\">"
      }
    }
    return """
      <form class="clocks" method="get" action="\(query.path)" aria-label="What the page shows">
      \(fields)\(kept)\
      <button type="submit">Show</button>
      </form>

      """
  }

  /// Says that the page does not show the current state, if so; otherwise the place for new events.
  private var banner: Markup {
    var parts: [Markup] = []
    if clocks.to != query.asked.today { parts.append("as of \(clocks.to.description)") }
    if let knownBy = clocks.knownBy {
      parts.append("as known by \(knownBy.description)")
    }
    if query.isPinned {
      let since: Markup =
        memento?.state.recorded.map { ", recorded \($0.description)" } ?? .empty
      parts.append("as the log was at position \(clocks.at.number)\(since)")
    }
    let head = query.asked.head.position
    let live: Markup =
      query.isPinned
      ? .empty : "<p id=\"live\" class=\"live\" role=\"status\" data-head=\"\(head.number)\"></p>\n"
    guard !parts.isEmpty else { return live }
    let now = query.path + query.given.setting([], without: Parameter.clocks).query
    let said = parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }
    return """
      <p class="banner"><strong>This is not the current state:</strong> \(said). \
      <a href="\(now)">Show the current state</a></p>
      \(live)
      """
  }

  /// Links to the parts of the list next to this one.
  private func neighbours(_ parts: [ListNeighbour]) -> Markup {
    let links = parts.map { neighbour -> Markup in
      let given = query.given.setting(neighbour.part, without: ListNeighbour.places)
      return "<a href=\"\(query.path)\(given.query)\">\(neighbour.words)</a>\n"
    }
    return links.isEmpty
      ? .empty : "<nav class=\"forms\" aria-label=\"Parts of the list\">\n\(links)</nav>\n"
  }

  /// The way from an event to the form that corrects it.
  private var correction: Markup {
    guard isRecording, query.path.hasPrefix("/event/") else { return .empty }
    let address = "/correct/" + query.path.dropFirst("/event/".count)
    return "<p class=\"forms\"><a href=\"\(address)\">Correct or withdraw this event</a></p>\n"
  }

  private var otherForms: Markup {
    let links = forms.map { form -> Markup in
      "<a href=\"\(form.address(of: query.path, query.given))\">\(form.words)</a>\n"
    }
    return "<p class=\"forms\">The same as \(links)</p>\n"
  }

  /// The permanent address of the page.
  private func lasting() throws -> Markup {
    guard let memento else { return .empty }
    let address =
      try query.path + query.given.query(fixedTo: memento.state, on: query.asked.today)
    return "<p><a href=\"\(address)\">Permanent address of this page</a></p>\n"
  }
}

/// The page in another format, with a picture if the format has one.
struct SiteForm {
  let format: Format
  /// The picture; nil for the first, and in other formats.
  let picture: String?

  /// A question's page in every other format.
  static func all(of question: any Question.Type) -> [SiteForm] {
    question.servedFormats.filter { $0 != .html }.flatMap { format in
      format == .svg
        ? question.pictures.enumerated().map {
          SiteForm(format: format, picture: $0.offset == 0 ? nil : $0.element)
        } : [SiteForm(format: format, picture: nil)]
    }
  }

  /// What a link to it is called.
  var words: String { format.words + (picture.map { ": \($0)" } ?? "") }

  /// Its address, for a page's path and query.
  func address(of path: String, _ given: Given) -> String {
    let shown = picture.map { given.setting([(.picture(among: [$0]), $0)]) } ?? given
    return "\(path)\(format.suffix)\(shown.query)"
  }
}

extension [PageLink] {
  /// Links to what a page names, each once, which keep the clocks.
  func markup(clocks: String) -> Markup {
    var seen: Set<PageLink> = []
    let items = filter { seen.insert($0).inserted }.map { link -> Markup in
      "<li><a href=\"\(link.path)\(clocks)\">\(link.words)</a></li>\n"
    }
    guard !items.isEmpty else { return .empty }
    return """
      <nav class="named" aria-label="Related pages">
      <details\(items.count <= Self.mostOpen ? " open" : .empty)>\
      <summary>Related pages: \(items.count)</summary>
      <ul>
      \(items)</ul>
      </details>
      </nav>

      """
  }

  /// The number of links shown at once; more on demand.
  private static var mostOpen: Int { 12 }
}
