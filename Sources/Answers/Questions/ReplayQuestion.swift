package import Projections
import Reports
import Stances

/// What changed step by step.
package enum ReplayQuestion: Question {
  /// The name that people see.
  package static let name = "Replay"
  /// Its address.
  package static let template = "/replay"
  /// What it asks.
  package static let summary = "What changed from one day to another, step by step."
  /// Its parameters.
  package static let asks = [Parameter.from, .step] + Parameter.postureChoice + Parameter.clocks
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let last = view.clocks.to
    let first =
      try asked.given.day(.from) ?? ReplayStepUnit.year.day(-1, after: last)
    let step: ReplayStepUnit = asked.given.word(.step) ?? .month
    let answer = try view.answer(view.steps(from: first, by: step))
    var reply = Reply(view) {
      ReplayReport.document(answer)
    } json: {
      ReplayReport.json(answer)
    }
    reply.links = { answer.content.flatMap(\.postures).flatMap(\.links) }
    return reply
  }
}
