package import Projections
import Reports

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
  package static let asks = Parameter.clocks
  /// Its pictures.
  package static let pictures = ["timeline"]
  /// It has a calendar, a feed and charts.
  package static let hasFeeds = true
  /// Every page links to it.
  package static let isListed = true

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    // A page shows the timeline and more, from the same reading.
    let page = Once { try view.answer(view.timelinePage()) }
    let answer = Once {
      asked.format == .html
        ? try page().with(try page().content.timeline) : try view.answer(view.timeline())
    }
    var reply = Reply(view) {
      // A spreadsheet has only what happened.
      TimelineReport.document(
        try answer(), board: asked.format == .csv ? nil : try view.board())
    } json: {
      TimelineReport.json(try answer(), board: try view.board())
    }
    reply.page = { TimelinePage.page(try page()) }
    reply.picture = { TimelinePicture.picture(try view.answer(view.timePicture())) }
    reply.feed = .timeline
    reply.links = { try answer().content.entries.flatMap(\.links) }
    return reply
  }
}
