import EventLog
package import Projections
import Reports
import Stances

/// The recorded events, filtered.
package enum EventsQuestion: Question {
  /// The name that people see.
  package static let name = "Events"
  /// Its address.
  package static let template = "/events"
  /// What it asks.
  package static let summary = "Recorded events in the order of the log."
  /// Its parameters.
  package static let asks = Parameter.choice + [.at]
  /// What a "not found" says.
  package static let missing: String? =
    "The log has no such company, body or measure."
  /// It is a list of events.
  package static let isList = true
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let choice = try EventChoice(asked.given)
    var filter = try choice.filter(in: view.log, at: view.clocks.at)
    filter.positions = choice.positions(upTo: view.clocks.at)
    let limit = asked.shownLimit
    // One more than is shown says whether the list goes on.
    filter.limit = limit < .max ? limit + 1 : limit
    let found = try filter.positions == nil ? [] : view.log.events(filter)
    let events = Array(found.prefix(limit))
    let rest = found.count > limit && limit > 0 ? events.last?.position : nil
    let isNewest = choice.newestFirst
    let more = ListCursors(
      before: isNewest ? rest?.description : nil, after: isNewest ? nil : rest?.description)
    let answer = try view.answer(events)
    var reply = Reply(view) {
      EventListReport.document(answer, more)
    } json: {
      EventListReport.json(answer, more)
    }
    reply.lines = { events.map(\.json) }
    reply.neighbours = { more.neighbours("events") }
    // A stream ends only where it was asked to.
    reply.next = { choice.limit == nil ? more.neighbours("events").first?.part : nil }
    reply.links = { events.map { .event($0.id) } }
    return reply
  }
}

extension EventChoice {
  /// The choice that parameters make.
  package init(_ given: Given) throws {
    self.init()
    companies = given.texts(.concerns)
    bodies = try given.names(.body)
    measures = try given.names(.measure)
    types = given.words(.type)
    content = try ContentChoice(given)
    // Types, bodies and measures have an index of their own.
    (content.types, content.bodies, content.measures) = ([], [], [])
    occurred = try given.days(.occurred)
    published = try given.days(.published)
    after = given.position(.after) ?? .beforeFirst
    before = given.position(.before)
    newestFirst = given.isSet(.newest)
    limit = given.number(.limit).map(Int.init)
  }
}
