package import Projections
import Reports

/// Only the measures.
package enum MeasuresQuestion: Question {
  /// The name that people see.
  package static let name = "Measures"
  /// Its address.
  package static let template = "/measures"
  /// What it asks.
  package static let summary = "Every measure: its status, its first and last day, and its use."
  /// Its parameters.
  package static let asks =
    Parameter.clocks + [.markets, .body, .instruments, .tag, .leastGrade, .firstDay]
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let answer = try view.answer(view.measures())
    var reply = Reply(view) {
      MeasuresReport.document(answer)
    } json: {
      MeasuresReport.json(answer)
    }
    reply.links = { answer.content.measures.flatMap(\.events).map(PageLink.event) }
    return reply
  }
}
