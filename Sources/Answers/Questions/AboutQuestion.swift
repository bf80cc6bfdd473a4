package import Projections
import Reports

/// What the log is about, and how its answers are made.
package enum AboutQuestion: Question {
  /// The name that people see.
  package static let name = "About"
  /// Its address.
  package static let template = "/about"
  /// What it asks.
  package static let summary =
    "What the record is about, how it is read, who keeps it, and how to cite it."
  /// Its parameters.
  package static let asks = Parameter.clocks
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let answer = try view.answer(view.about())
    return Reply(view) {
      AboutReport.document(answer)
    } json: {
      AboutReport.json(answer)
    }
  }
}
