package import Projections
import Reports

/// The postures of companies, and nothing else.
package enum PostureQuestion: Question {
  /// The name that people see.
  package static let name = "Posture"
  /// Its address.
  package static let template = "/posture"
  /// What it asks.
  package static let summary = "What companies say and do in each market, in one table."
  /// Its parameters.
  package static let asks =
    [Parameter.companies] + Parameter.postureChoice + Parameter.grouping + [.sort]
    + Parameter.clocks
  /// What a "not found" says.
  package static let missing: String? = "The log has no company with a given name."

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let view = view.narrowed(to: try view.companies(asked.given.texts(.companies)))
    let answer = try view.answer(view.postures())
    var reply = Reply(view) {
      PosturesReport.document(answer)
    } json: {
      PosturesReport.json(answer)
    }
    reply.facets = { try view.facets().facets }
    reply.links = { answer.content.flatMap(\.links) }
    return reply
  }
}
