package import Projections
import Reports

/// Where companies stand, and nothing besides.
package enum PostureQuestion: Question {
  package static let name = "Posture"
  package static let template = "/posture"
  package static let summary = "What companies say and do in each market, in one table."
  package static let asks = [Parameter.companies] + Parameter.clocks
  package static let missing: String? = "The log knows no company of a name that is given."

  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let view = view.narrowed(to: try view.companies(asked.given.texts(.companies)))
    let answer = try view.answer(view.postures())
    var reply = Reply(view) {
      PosturesReport.document(answer)
    } json: {
      PosturesReport.json(answer)
    }
    reply.links = { answer.content.flatMap(\.links) }
    return reply
  }
}
