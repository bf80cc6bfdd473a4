package import Projections
import Reports
import Stances

/// How long after a measure companies moved.
package enum LeadQuestion: Question {
  /// The name that people see.
  package static let name = "Lead"
  /// Its address.
  package static let template = "/lead"
  /// What it asks.
  package static let summary =
    "How long after a measure each company that it addresses changed its word and its deed."
  /// Its parameters.
  package static let asks = [Parameter.ledBy] + Parameter.clocks
  /// What a "not found" says.
  package static let missing: String? = "The log has no such measure."

  /// Refuses to answer without a measure.
  package static func check(_ given: Given) throws { _ = try measure(given) }

  private static func measure(_ given: Given) throws -> MeasureKey {
    guard let measure: MeasureKey = try given.name(.ledBy) else {
      throw ParameterError.badValue(
        Parameter.ledBy.name,
        sentence: "give the key of a measure; 'stance report measures' lists them")
    }
    return measure
  }

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let isChosen = asked.given.text(.ledBy) != nil
    let answer = Once {
      let measure = try self.measure(asked.given)
      return try view.answer(view.responses(to: measure))
    }
    var reply = Reply(view) {
      LeadReport.document(try answer())
    } json: {
      LeadReport.json(try answer())
    }
    reply.page = {
      // A page on which a measure is still chosen is no refusal.
      !isChosen
        ? LeadReport.choice(among: try view.measures().measures, try view.answer(()))
        : LeadReport.document(try answer()).page
    }
    reply.links = {
      guard isChosen else { return [] }
      return try answer().content.companies.flatMap { one in
        [.company(one.company, name: one.name)] + one.starts.map { .event($0.event) }
      }
    }
    return reply
  }
}
