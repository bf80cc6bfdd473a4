package import Projections
import Reports
import Stances

/// Every body, with how much it is recorded to have said and done.
package enum BodiesQuestion: Question {
  /// The name that people see.
  package static let name = "Bodies"
  /// Its address.
  package static let template = "/bodies"
  /// What it asks.
  package static let summary =
    "Every government and other body: whose it is, its measures, statements and events."
  /// Its parameters.
  package static let asks =
    Parameter.clocks + [.jurisdictions, .listOrder, .afterBody, .partLimit]
  /// It is a list of bodies.
  package static let isList = true
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let whose = try asked.given.markets(.jurisdictions)
    let (part, jurisdictions) = try view.bodyList(
      of: whose, by: asked.given.word(.listOrder) ?? .name,
      after: asked.given.name(.afterBody), atMost: asked.listLimit)
    let answer = try view.answer(part)
    var reply = Reply(view) {
      BodyListReport.document(answer, of: whose)
    } json: {
      BodyListReport.json(answer, of: whose)
    }
    reply.lines = { part.shown.map(\.json) }
    reply.neighbours = { part.more.neighbours("bodies") }
    reply.facets = {
      [
        Facet(
          parameter: .jurisdictions,
          values: jurisdictions.map { ($0.value.code, $0.value.englishName, $0.count) })
      ]
    }
    return reply
  }
}
