package import Projections
import Reports

/// Who or what a name means.
package enum SearchQuestion: Question {
  package static let name = "Search"
  package static let template = "/search"
  package static let summary =
    "Companies, bodies and measures by a name or a part of one, in any script."
  package static let asks = [Parameter.search] + Parameter.clocks
  package static let isListed = true

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
