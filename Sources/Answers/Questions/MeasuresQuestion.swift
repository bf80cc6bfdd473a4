package import Projections
import Reports

/// The rules alone.
package enum MeasuresQuestion: Question {
  package static let name = "Measures"
  package static let template = "/measures"
  package static let summary = "Every measure: its status, its first and last day, and its use."
  package static let asks = Parameter.clocks
  package static let isListed = true

  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let answer = try view.answer(view.measures())
    var reply = Reply(view) {
      MeasuresReport.document(answer)
    } json: {
      MeasuresReport.json(answer)
    }
    reply.links = { answer.content.flatMap(\.events).map(PageLink.event) }
    return reply
  }
}
