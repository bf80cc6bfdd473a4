package import Projections
import Reports
import Stances

/// Everything about one company.
package enum CompanyQuestion: Question {
  /// The name that people see.
  package static let name = "Company"
  /// Its address.
  package static let template = "/company/{company}"
  /// What it asks.
  package static let summary =
    "One company: its postures, its events, what addresses it, and its figures."
  /// Its parameters.
  package static let asks = [Parameter.company] + Parameter.clocks + [.pressureLimit]
  /// Its pictures.
  package static let pictures = Drawing.allCases.map(\.rawValue)
  /// It has a calendar, a feed and charts.
  package static let hasFeeds = true
  /// What a "not found" says.
  package static let missing: String? =
    "No such company is registered, or not within the query's clocks."

  private enum Drawing: String, CaseIterable { case strip, pressure }

  /// Answers it from one view of the log.
  package static func reply(to asked: Asked, _ view: LogView) throws -> Reply {
    let company = try view.company(asked.given.text(.company) ?? "")
    let view = view.narrowed(to: [company])
    // A page shows the history and more, from the same reading.
    let limit = asked.given.number(.pressureLimit).flatMap(Int.init) ?? Parameter.standardLimit
    let page = asked.format == .html ? try view.companyPage(of: company, atMost: limit) : nil
    // A spreadsheet has only the events.
    let isOfEvents = asked.format == .csv
    guard
      let history = try page?.history
        ?? view.history(
          of: company, withPressure: !isOfEvents, atMost: limit)
    else {
      throw QueryError.notRegisteredThen(company: company.text)
    }
    let answer = try view.answer(history)
    let name = history.registration.identity.name
    let board = Once { isOfEvents ? nil : try view.board() }
    var reply = Reply(view) {
      CompanyReport.document(answer, board: try board())
    } json: {
      CompanyReport.json(answer, board: try board())
    }
    reply.page = page.map { page in { CompanyPage.page(answer.with(page)) } }
    reply.picture = {
      switch asked.picture() ?? Drawing.strip {
      case .strip:
        let picture = answer.with(try view.timePicture())
        return { CompanyPicture.picture(of: company, named: name, picture, width: $0) }
      case .pressure:
        return { PressurePicture.picture(answer.with(history.pressure), width: $0) }
      }
    }
    reply.feed = .company(company, name: name)
    reply.links = {
      [.comparison(with: company)] + history.postures.map(PageLink.explanation)
        + history.entries.map { .event($0.entry.event) }
    }
    return reply
  }
}
