package import Projections
import Reports

/// Who or what a name means.
package enum SearchQuestion: Question {
  /// The name that people see.
  package static let name = "Search"
  /// Its address.
  package static let template = "/search"
  /// What it asks.
  package static let summary =
    "Companies, bodies and measures by name or part of a name, in any script."
  /// Its parameters.
  package static let asks = [Parameter.search] + Parameter.clocks
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let text = asked.given.text(.search) ?? ""
    let answer = try view.answer(NameFindings(text: text, matches: view.matches(of: text)))
    var reply = Reply(view) {
      SearchReport.document(answer)
    } json: {
      SearchReport.json(answer)
    }
    reply.links = { answer.content.matches.map(\.link) }
    return reply
  }
}
