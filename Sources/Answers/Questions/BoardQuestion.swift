package import Projections
import Reports
import Stances

/// Where companies stand, and what led there.
package enum BoardQuestion: Question {
  /// The name that people see.
  package static let name = "Board"
  /// Its address.
  package static let template = "/board"
  /// What it asks.
  package static let summary = "What every company says and does in each market."
  /// Its parameters.
  package static let asks =
    Parameter.clocks + Parameter.postureChoice + Parameter.grouping
    + [.countedBy, .sort, .afterCompany, .partLimit]
  /// Its pictures.
  package static let pictures = Drawing.allCases.map(\.rawValue)
  /// It has a calendar, a feed and charts.
  package static let hasFeeds = true
  /// It is a list of postures.
  package static let isList = true
  /// Every page links to it.
  package static let isListed = true

  private enum Drawing: String, CaseIterable { case board, counts }

  /// What follows companies through time, if that is asked for.
  private static func courseOfCompanies(_ asked: Asked) -> String? {
    if Format.feeds.contains(asked.format) { return "the format \(asked.format.name)" }
    return asked.picture() == Drawing.counts ? "the picture of counts" : nil
  }

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let isOfGroups = view.choice.roll != nil
    if isOfGroups, let course = courseOfCompanies(asked) { throw ParameterError.noGroupsIn(course) }
    let after: CompanyID? = try asked.given.name(.afterCompany)
    let limit = asked.shownLimit
    let part = Once { try view.postures(after: after, atMost: limit) }
    // Of groups, and of a board in parts, only the postures are shown, and not what led to all of them.
    let isWhole = Once {
      try !isOfGroups && after == nil && (view.clocks.at.number <= limit || part().more.isWhole)
    }
    let postures = Once { try view.answer(part().shown) }
    let board = Once { try view.answer(view.board()) }
    let graded = Once {
      try asked.given.text(.countedBy).map {
        try view.gradeCount(by: GradingMethods.builtIn(named: [$0]), split: nil)
      }
    }
    var reply = Reply(view) {
      // A spreadsheet has only the postures.
      guard !asked.isStreamed else { return PosturesReport.document(try postures()) }
      return try isWhole()
        ? PosturesReport.document(board(), graded: graded())
        : PosturesReport.document(view.answer(part()), graded: graded())
    } json: {
      try isWhole()
        ? PosturesReport.json(board(), graded: graded())
        : PosturesReport.json(view.answer(part()), graded: graded())
    }
    reply.page = {
      try isWhole()
        ? PosturesPage.page(view.answer(view.boardPage()), graded: graded())
        : PosturesPage.page(view.answer(part()), graded: graded())
    }
    reply.next = { try part().more.next(in: asked) }
    reply.lines = { try postures().content.map(\.json) }
    reply.neighbours = {
      guard try !isWhole() else { return [] }
      let first = after.map { _ in [ListNeighbour(words: "First companies", part: [])] } ?? []
      return first + (try part().more.neighbours("companies"))
    }
    reply.picture = {
      switch asked.picture() ?? Drawing.board {
      case .board:
        let postures = try postures()
        return { BoardPicture.picture(postures, width: $0) }
      case .counts:
        let histories = try view.answer(view.postureHistories())
        return { CountsPicture.picture(histories, width: $0) }
      }
    }
    reply.feed = .postures
    reply.facets = { try view.facets().facets }
    reply.links = { try postures().content.flatMap(\.links) }
    return reply
  }
}
