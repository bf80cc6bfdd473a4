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
  /// What comes before the paths of the site where whole addresses are needed; empty if unknown.
  let base: String

  /// The page within the frame, with links to what it names.
  func around(_ page: Page, linking reply: Reply) throws -> Page {
    let given = query.given
    var framed = page
    framed.head =
      head(isReplayed: page.isReplayed)
      + SharedPage(page: page, query: query, forms: forms, memento: memento, base: base).markup
    let title = try reply.title().map { title -> Markup in
      let address = AboutQuestion.template + given.clocks(for: AboutQuestion.self)
      return "<p class=\"title\"><a href=\"\(address)\"><bdi>\(title)</bdi></a></p>\n"
    }
    let ways = SiteNavigation.markup(
      current: query.path, keeping: given, isRecording: isRecording)
    let facets = try reply.facets()
    framed.navigation = """
      <header>
      \(title ?? .empty)\
      <div data-follows="query">
      \(ways)\(form(besides: facets))\(markup(of: facets, reply.choosing))\(banner)\
      </div>
      \(live)\
      </header>

      """
    let links = try reply.links().markup { given.address(of: $0) }
    framed.footer = """
      <div data-follows="links">
      \(try neighbours(reply.neighbours()))\(links)\(otherForms)\(correction)\(try lasting())\
      </div>
      \(page.footer)
      """
    return framed
  }

  private func head(isReplayed: Bool) -> Markup {
    let alternates = forms.map { form -> Markup in
      let type = form.format.mediaType.prefix { $0 != ";" }
      let address = form.address(of: query.path, query.given)
      return "<link rel=\"alternate\" type=\"\(type)\" href=\"\(address)\">\n"
    }
    let scripts =
      (query.isPinned ? [] : [SiteFiles.liveScript]) + (isReplayed ? [SiteFiles.followScript] : [])
    let elements = scripts.map { script -> Markup in
      "<script defer src=\"\(script.address)\"></script>\n"
    }
    return (alternates + elements).reduce(SiteFiles.iconLink, +)
  }

  /// The clocks and the page's other parameters as fields of a form, which needs no script.
  ///
  /// What can be chosen among the facets is kept as it is; what else narrows is folded away.
  private func form(besides facets: [Facet]) -> Markup {
    let offered = facets.map(\.parameter)
    let narrowing = query.fields.filter {
      !offered.contains($0) && !Parameter.comparison.contains($0) && !Parameter.clocks.contains($0)
        && !Self.alwaysShown.contains($0)
    }
    let shown = query.fields.filter { !offered.contains($0) && !narrowing.contains($0) }
    let fields = shown.flatMap(fields(of:))
    let folded: Markup =
      narrowing.isEmpty
      ? .empty
      : """
      <details\(isOpen(narrowing))><summary>More choices</summary>
      <div>
      \(narrowing.flatMap(fields(of:)))</div></details>

      """
    let kept = ([Parameter.fuzzy, .rules] + offered).flatMap { parameter in
      query.given.texts(parameter).map { value -> Markup in
        "<input type=\"hidden\" name=\"\(parameter.name)\" value=\"\(value)\">"
      }
    }
    return """
      <form class="clocks" method="get" action="\(query.path)" aria-label="What the page shows">
      \(fields)\(folded)\(kept)\
      <button type="submit">Show</button>
      </form>

      """
  }

  /// What a question is hardly asked without.
  private static let alwaysShown: [Parameter] = [
    .search, .from, .step, .event, .concerns, .type, .compared,
  ]

  private func fields(of parameter: Parameter) -> [Markup] {
    // A browser's own field of a day knows no words, so it has the day that they mean.
    let texts = query.asked.given.texts(parameter)
    // Companies are compared with one more.
    return (texts.isEmpty || parameter == .compared ? texts + [""] : texts).map {
      FormField(parameter: parameter, value: $0).markup
    }
  }

  /// Open if something in it was chosen.
  private func isOpen(_ parameters: [Parameter]) -> Markup {
    parameters.contains { query.given.text($0) != nil } ? " open" : .empty
  }

  /// What the page can be narrowed by: a link for each value, which chooses it or takes it back.
  private func markup(of facets: [Facet], _ choosing: Choosing?) -> Markup {
    let lists = facets.compactMap { facet -> Markup? in
      let chosen = query.given.texts(facet.parameter)
      // What was chosen and has no items must be there to be taken back.
      let missing = chosen.filter { text in !facet.values.contains { $0.text == text } }
      let values = facet.values + missing.map { ($0, $0, 0) }
      guard values.count > 1 || !chosen.isEmpty else { return nil }
      let items = values.map { value -> Markup in
        let isChosen = chosen.contains(value.text)
        let given = query.given.toggling(facet.parameter, value.text)
          .setting([], without: ListNeighbour.places)
        let mark: Markup = isChosen ? " aria-current=\"true\"" : .empty
        let address = query.path + given.query
        return "<li><a href=\"\(address)\"\(mark)>\(value.words)</a> \(value.count)</li>\n"
      }
      return "<dt>\(facet.parameter.label)</dt>\n<dd><ul>\n\(items)</ul></dd>\n"
    }
    guard !lists.isEmpty else { return .empty }
    let (open, title): (Markup, Markup) =
      switch choosing {
      case nil: (isOpen(facets.map(\.parameter)), "Show only some of them")
      case .first: (" open", "Choose companies, each with the number of its markets")
      case .more: (.empty, "Choose others, each with the number of its markets")
      }
    return """
      <details class="facets"\(open)>
      <summary>\(title)</summary>
      <dl>
      \(lists)</dl>
      </details>

      """
  }

  /// The place where the page says that the log has grown; nothing where it cannot.
  private var live: Markup {
    query.isPinned
      ? .empty
      : """
      <p id="live" class="live" role="status" data-head="\(query.asked.head.position.number)"></p>

      """
  }

  /// Says that the page does not show the current state, if so.
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
    guard !parts.isEmpty else { return .empty }
    let now = query.path + query.given.setting([], without: Parameter.clocks).query
    let said = parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }
    return """
      <p class="banner"><strong>This is not the current state:</strong> \(said). \
      <a href="\(now)">Show the current state</a></p>

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
      Format.pictures.contains(format)
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
  /// Links to what a page names, each once, at the addresses of their paths, which keep the clocks.
  func markup(at address: (Substring) -> String) -> Markup {
    var seen: Set<PageLink> = []
    let items = filter { seen.insert($0).inserted }.map { link -> Markup in
      "<li><a href=\"\(Markup(stringLiteral: address(link.path[...])))\">\(link.words)</a></li>\n"
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
