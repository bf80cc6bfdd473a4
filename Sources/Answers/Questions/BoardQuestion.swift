package import Projections
import Reports

/// Where companies stand, and what led there.
package enum BoardQuestion: Question {
  /// The name that people see.
  package static let name = "Board"
  /// Its address.
  package static let template = "/board"
  /// What it asks.
  package static let summary = "What every company says and does in each market."
  /// Its parameters.
  package static let asks = Parameter.clocks
  /// Its pictures.
  package static let pictures = Drawing.allCases.map(\.rawValue)
  /// It has a calendar, a feed and charts.
  package static let hasFeeds = true
  /// Every page links to it.
  package static let isListed = true

  private enum Drawing: String, CaseIterable { case board, counts }

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let postures = Once { try view.answer(view.postures()) }
    let board = Once { try view.answer(view.board()) }
    var reply = Reply(view) {
      // A spreadsheet has only the postures.
      asked.format == .csv
        ? PosturesReport.document(try postures()) : PosturesReport.document(try board())
    } json: {
      PosturesReport.json(try board())
    }
    reply.page = { PosturesPage.page(try view.answer(view.boardPage())) }
    reply.picture = {
      switch asked.picture() ?? Drawing.board {
      case .board: BoardPicture.picture(try postures())
      case .counts: CountsPicture.picture(try view.answer(view.postureHistories()))
      }
    }
    reply.feed = .postures
    reply.links = { try postures().content.flatMap(\.links) }
    return reply
  }
}
