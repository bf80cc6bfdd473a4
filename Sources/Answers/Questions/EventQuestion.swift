package import Projections
import Reports
import Stances

/// One event, and what became of it.
package enum EventQuestion: Question {
  /// The name that people see.
  package static let name = "Event"
  /// Its address.
  package static let template = "/event/{event}"
  /// What it asks.
  package static let summary =
    "One event by id or position: what it says, on whose evidence, what became of it."
  /// Its parameters.
  package static let asks = [Parameter.event] + Parameter.clocks
  /// What a "not found" says.
  package static let missing: String? = "The log has no such event."

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let record = try view.event(asked.given.text(.event) ?? "")
    let answer = try view.answer(record)
    var reply = Reply(view) {
      EventReport.document(answer)
    } json: {
      EventReport.json(answer)
    }
    reply.links = {
      (record.event.event?.content.links ?? []) + record.amendments.map { .event($0.id) }
    }
    return reply
  }
}
