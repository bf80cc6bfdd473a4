import EventLog
import Projections
import Reports
import Stances

/// What stands around a report on the site: ways to other pages, the clocks, other forms.
struct PageFrame {
  /// The path of the page, encoded.
  let path: String
  let query: ReportQuery
  /// The clocks by which it was answered.
  let clocks: Clocks
  /// The forms in which the page can be had.
  let forms: [Form]
  let memento: Memento
  /// The address at which the page stays as it is.
  let lasting: String
  /// The pages about what the page names.
  let links: [PageLink]
  /// What can be asked of the page.
  let parameters: [Parameter]

  /// The page within the frame.
  func around(_ page: Page) -> Page {
    var framed = page
    framed.head = head
    let ways = SiteNavigation.markup(current: path, clocks: query.carriedClocks)
    framed.navigation = "<header>\n\(ways)\(form)\(banner)</header>\n"
    framed.footer = PageLink.markup(links, clocks: query.carriedClocks) + otherForms + page.footer
    return framed
  }

  private var head: Markup {
    let alternates = forms.filter { $0 != .page }.map { form -> Markup in
      "<link rel=\"alternate\" type=\"\(form.plainType)\" href=\"\(address(of: form))\">\n"
    }
    let script: Markup =
      query.isPinned
      ? .empty : "<script defer src=\"\(SiteFiles.liveScript.address)\"></script>\n"
    return alternates.reduce(SiteFiles.iconLink, +) + script
  }

  /// The address of the page in another form, with this query.
  private func address(of form: Form) -> String {
    let stem = path == "/" ? "/board" : path
    return "\(stem)\(form.ending)\(query.parameters.query())"
  }

  /// The clocks and what else the page asks for as fields of a form, which needs no script.
  private var form: Markup {
    let fields = parameters.filter { $0 != .fuzzy }.map { parameter in
      FormField(parameter: parameter, value: query.parameters.text(parameter) ?? "").markup
    }
    let fuzzy = query.parameters.text(.fuzzy).map { value -> Markup in
      "<input type=\"hidden\" name=\"fuzzy\" value=\"\(value)\">"
    }
    return """
      <form class="clocks" method="get" action="\(path)" aria-label="What the page shows">
      \(fields)\(fuzzy ?? .empty)\
      <button type="submit">Show</button>
      </form>

      """
  }

  /// Says that the page does not show the present, where it does not; else where new events show.
  private var banner: Markup {
    var parts: [Markup] = []
    if clocks.to != query.today { parts.append("as of \(clocks.to.description)") }
    if let knownBy = clocks.knownBy {
      parts.append("as known by \(knownBy.description)")
    }
    if query.isPinned {
      let since: Markup = memento.state.recorded.map { ", recorded \($0.description)" } ?? .empty
      parts.append("as the log was at position \(clocks.at)\(since)")
    }
    let live: Markup =
      query.isPinned
      ? .empty
      : "<p id=\"live\" class=\"live\" role=\"status\" data-head=\"\(query.head.position)\"></p>\n"
    guard !parts.isEmpty else { return live }
    let now = path + query.parameters.query(without: Parameter.clocks)
    let said = parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }
    return """
      <p class="banner"><strong>This is not the present:</strong> \(said). \
      <a href="\(now)">Show the present</a></p>
      \(live)
      """
  }

  private var otherForms: Markup {
    let links = forms.filter { $0 != .page }.map { form -> Markup in
      "<a href=\"\(address(of: form))\">\(form.words)</a>\n"
    }
    return """
      <p class="forms">The same as \(links)</p>
      <p><a href="\(lasting)">The lasting address of this page</a></p>

      """
  }
}

extension Form {
  /// What the form is called among links.
  fileprivate var words: String {
    switch self {
    case .page: "page"
    case .json: "JSON"
    case .csv: "CSV"
    case .md: "Markdown"
    case .svg: "SVG picture"
    case .ics: "calendar"
    case .atom: "Atom feed"
    case .timelinejs: "TimelineJS slides"
    case .vegaLite: "Vega-Lite chart"
    }
  }

  /// The media type without its parameters.
  fileprivate var plainType: Substring { mediaType.prefix { $0 != ";" } }
}
