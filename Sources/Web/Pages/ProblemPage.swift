import JSON
import Answers
import HTTPTypes
import Reports
import Stances

/// What went wrong, for those who read pages.
enum ProblemPage {
  static func answer(_ problem: Problem, version: String) -> WebAnswer {
    let nearest = problem.nearest.map { name -> Markup in
      "<li><a href=\"/search?q=\(PercentCoding.encode(name))\">\(name)</a></li>\n"
    }
    let suggestions: Markup =
      nearest.isEmpty ? .empty : "<p>Similar names:</p>\n<ul>\n\(nearest)</ul>\n"
    // A question, "did you mean …?", has its mark already.
    let end = problem.detail.hasSuffix("?") ? "" : "."
    var page = Page(
      title: problem.status.reasonPhrase, query: [], proof: "stance \(version)",
      body: "<p>\(problem.detail.asSentenceStart)\(end)</p>\n\(suggestions)")
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

extension Problem {
  /// The names that are near to one that was not found.
  fileprivate var nearest: [String] {
    for (name, value) in particulars where name == "nearest" {
      guard case .array(let names) = value else { continue }
      return names.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
    return []
  }
}
