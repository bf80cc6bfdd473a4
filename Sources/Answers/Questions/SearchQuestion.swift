package import Projections
import Reports
import Stances

/// Who or what a name means, and which events say something.
package enum SearchQuestion: Question {
  /// The name that people see.
  package static let name = "Search"
  /// Its address.
  package static let template = "/search"
  /// What it asks.
  package static let summary =
    "Companies, bodies and measures by name, in any script, and events by what they say."
  /// Its parameters.
  package static let asks =
    [Parameter.search, .beforeFound, .foundLimit] + Parameter.clocks
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let text = asked.given.text(.search) ?? ""
    let limit = asked.given.number(.foundLimit).flatMap(Int.init) ?? Parameter.standardFound
    let answer = try view.answer(
      SearchFindings(
        text: text, names: view.matches(of: text),
        texts: view.textMatches(
          of: text, before: asked.given.position(.beforeFound), atMost: limit)))
    var reply = Reply(view) {
      SearchReport.document(answer)
    } json: {
      SearchReport.json(answer)
    }
    reply.neighbours = { answer.content.texts.more.neighbours("events") }
    reply.links = {
      answer.content.names.map(\.link)
        + (answer.content.texts.shown + answer.content.alike).map { .event($0.event) }
    }
    return reply
  }
}
