package import Projections
import Reports
import Stances

/// Measures and moves in one column of time.
package enum TimelineQuestion: Question {
  /// The name that people see.
  package static let name = "Timeline"
  /// Its address.
  package static let template = "/timeline"
  /// What it asks.
  package static let summary =
    "Measures with their status, and statements, pressure, figures and moves in order."
  /// Its parameters.
  package static let asks = Parameter.clocks + Parameter.contentChoice + Parameter.parts
  /// Its pictures.
  package static let pictures = ["timeline"]
  /// It has a calendar, a feed and charts.
  package static let hasFeeds = true
  /// What a "not found" says.
  package static let missing: String? = "The log has no event to show what came before or after."
  /// It is a list of what happened.
  package static let isList = true
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let part = try TimelinePart(asked)
    let shown = Once { try view.timeline(part) }
    // Of a list in parts only the part is shown, and not what is made of all events.
    let isWhole = Once {
      guard !view.contents.narrows else { return false }
      return try part.isSurelyWhole(in: view) || shown().more.isWhole
    }
    // A page shows the timeline and more, from the same reading.
    let page = Once { try view.answer(view.timelinePage()) }
    let answer = Once {
      try view.answer(
        asked.format == .html && isWhole() ? page().content.timeline : shown())
    }
    let board = Once { try isWhole() ? view.board() : nil }
    var reply = Reply(view) {
      // A spreadsheet has only what happened.
      TimelineReport.document(try answer(), board: asked.format == .csv ? nil : try board())
    } json: {
      TimelineReport.json(try answer(), board: try board())
    }
    reply.lines = { try answer().content.entries.map(\.json) }
    reply.neighbours = { try answer().content.more.neighbours("entries") }
    reply.next = { try answer().content.more.next(in: asked) }
    reply.page = {
      try isWhole() ? TimelinePage.page(page()) : TimelinePage.page(ofPart: answer())
    }
    reply.picture = {
      let answer = try view.answer(view.timePicture())
      return { TimelinePicture.picture(answer, width: $0) }
    }
    reply.feed = .timeline
    reply.links = {
      let content = try answer().content
      // Of all measures there would be too many.
      let chosen = content.measures.filter { view.contents.measures.contains($0.measure) }
      return chosen.map { .lead($0.measure, title: $0.title) } + content.entries.flatMap(\.links)
    }
    return reply
  }
}
