package import Projections
import Reports
import Stances

/// Why a posture is what it is.
package enum ExplanationQuestion: Question {
  /// The name that people see.
  package static let name = "Explanation"
  /// Its address.
  package static let template = "/company/{company}/{market}"
  /// What it asks.
  package static let summary =
    "Why a company's posture in a market, or in each, is what it is, event by event."
  /// Its parameters.
  package static let asks = [Parameter.company, .market] + Parameter.clocks
  /// What a "not found" says.
  package static let missing: String? =
    "There is no such company, or nothing is recorded about it in this market."

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let company = try view.company(asked.given.text(.company) ?? "")
    let named = try asked.given.text(.market).map(Market.init(code:))
    let markets =
      try named.map { [$0] } ?? view.narrowed(to: [company]).postures().map(\.market)
    let explanations = try markets.compactMap { try view.explanation(of: company, in: $0) }
    guard let first = explanations.first else {
      throw QueryError.nothingRecorded(company: company.text, market: named?.code)
    }
    let answer = try view.answer(explanations)
    var reply = Reply(view) {
      ExplanationReport.document(answer)
    } json: {
      ExplanationReport.json(answer)
    }
    reply.links = {
      [.company(company, name: first.posture.name)]
        + explanations.flatMap(\.steps).map { .event($0.event) }
    }
    return reply
  }
}
