package import Projections
import Reports

/// Measures and moves in one column of time.
package enum TimelineQuestion: Question {
  package static let name = "Timeline"
  package static let template = "/timeline"
  package static let summary =
    "Measures as they stand, and statements, pressure, figures and moves in order."
  package static let asks = Parameter.clocks
  package static let pictures = ["timeline"]
  package static let hasFeeds = true
  package static let isListed = true

  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    // A page shows the timeline with more beside it, from the same reading.
    let page = Once { try view.answer(view.timelinePage()) }
    let answer = Once {
      asked.format == .html
        ? try page().with(try page().content.timeline) : try view.answer(view.timeline())
    }
    var reply = Reply(view) {
      // A spreadsheet has what happened alone.
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
