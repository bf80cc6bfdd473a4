import JSON
import Answers
import HTTPTypes
import Reports
import Stances

/// What went wrong, for those who read pages.
enum ProblemPage {
  /// The problem as a page.
  ///
  /// - Parameters:
  ///   - problem: what went wrong.
  ///   - path: the path that was asked for, whose last part may be a name to look for.
  ///   - version: the program's version.
  /// - Returns: the page, with the status of the problem.
  static func answer(_ problem: Problem, at path: String, version: String) -> WebAnswer {
    let nearest = problem.nearest.map { name -> Markup in
      "<li><a href=\"/search?q=\(PercentCoding.encode(name))\">\(name)</a></li>\n"
    }
    let suggestions: Markup =
      nearest.isEmpty ? .empty : "<p>Similar names:</p>\n<ul>\n\(nearest)</ul>\n"
    let isMissing = problem.status == .notFound
    // A question, "did you mean …?", has its mark already.
    let end = problem.detail.hasSuffix("?") ? "" : "."
    let detail =
      isMissing ? "\(problem.lack)." : "\(problem.detail.asSentenceStart)\(end)"
    var page = Page(
      title: isMissing ? "Not found" : problem.status.reasonPhrase, query: [],
      proof: "stance \(version)",
      body: "<p>\(detail)</p>\n\(suggestions)\(isMissing ? ways(from: path) : .empty)")
    page.head = SiteFiles.iconLink
    page.navigation =
      "<header>\n\(SiteNavigation.markup(current: "", keeping: Given(), isRecording: false))</header>\n"
    var answer = WebAnswer(
      problem.status, Format.html.mediaType, page.html(SiteFiles.delivery).utf8,
      fields: problem.fields)
    answer.fields[.cacheControl] = "no-store"
    return answer
  }
}

extension ProblemPage {
  /// The ways on from an address at which nothing is.
  private static func ways(from path: String) -> Markup {
    let segments = (try? RequestTarget(path))?.segments ?? []
    let name = (segments.last ?? "").replacing("-", with: " ")
    return """
      <form class="clocks" method="get" action="\(SearchQuestion.template)" role="search" \
      aria-label="Search">
      <label for="q">Look for a name or words</label>
      <input id="q" name="q" type="search" maxlength="200" value="\(String(name.prefix(200)))">
      <button type="submit">Search</button>
      </form>
      <ul>
      <li><a href="\(BoardQuestion.template)">The board</a>: where every company stands</li>
      <li><a href="\(TimelineQuestion.template)">The timeline</a>: measures, and what happened</li>
      <li><a href="\(EventsQuestion.template)">The events</a>: all that is recorded</li>
      </ul>

      """
  }
}

extension Problem {
  /// What is missing, without what a program or a command could do about it.
  fileprivate var lack: String {
    String(detail.prefix { $0 != ";" }).asSentenceStart
  }

  /// The names that are near to one that was not found.
  fileprivate var nearest: [String] {
    for (name, value) in particulars where name == "nearest" {
      guard case .array(let names) = value else { continue }
      return names.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    return []
  }
}
