import EventLog
import Projections
import Reports
import Stances

/// Where companies stand.
enum PostureKinds {
  /// The first page, which is the board.
  static let home = board(at: "/", id: "home")

  /// Every posture, as `stance report postures` has it.
  static let board = board(at: "/board", id: "board")

  private static func board(at template: String, id: String) -> ReportKind {
    ReportKind(
      template: template, id: id, summary: "What every company says and does in each market.",
      parameters: Parameter.clocks, hasPicture: true, hasFeeds: true, make: makeBoard)
  }

  private static func makeBoard(_ query: ReportQuery, _ log: LogReader) throws -> Report {
    let clocks = try query.clocks(in: log)
    let answer = try Answer(
      in: log, clocks: clocks, content: LogView(of: log, on: clocks).postures())
    var report = Report(
      clocks: clocks, document: { PosturesReport.document(answer) },
      json: { PosturesReport.json(answer) })
    report.links = { answer.content.flatMap(\.links) }
    report.picture = { BoardPicture.picture(answer) }
    report.feed = try FeedTopic.postures.feed(for: query, clocks: clocks, in: log)
    if query.form == .page {
      let data = answer.with(try LogView(of: log, on: clocks).boardPage())
      report.page = { PosturesPage.page(data) }
    }
    return report
  }

  /// Everything about one company, as `stance report company` has it.
  static let company = ReportKind(
    template: "/company/{company}", id: "company",
    summary: "One company: its postures, its events, what addresses it, and its figures.",
    parameters: Parameter.clocks, hasPicture: true, hasFeeds: true,
    missing: "No such company is registered, or not within the query's clocks.",
    make: makeCompany)

  private static func makeCompany(_ query: ReportQuery, _ log: LogReader) throws -> Report {
    let clocks = try query.clocks(in: log)
    let company = try query.company(in: log, on: clocks)
    let view = LogView(of: log, on: clocks, companies: [company])
    guard let history = try view.history(of: company)
    else { throw QueryError.notRegisteredThen(company: company.text) }
    let answer = try view.answer(history)
    let courses = try view.courses()
    var report = Report(
      clocks: clocks, document: { CompanyReport.document(answer, courses: courses) },
      json: { CompanyReport.json(answer) })
    report.links = {
      history.postures.map(PageLink.explanation) + history.entries.map { .event($0.entry.event) }
    }
    let name = history.registration.identity.name
    report.feed = try FeedTopic.company(company, name: name)
      .feed(for: query, clocks: clocks, in: log)
    if query.form == .svg {
      let picture = answer.with(try view.timePicture())
      report.picture = { CompanyPicture.picture(of: company, named: name, picture) }
    }
    if query.form == .page, let data = try view.companyPage(of: company).map(answer.with) {
      report.page = { CompanyPage.page(data) }
    }
    return report
  }

  /// Why a posture is what it is, as `stance explain` has it.
  static let explanation = ReportKind(
    template: "/company/{company}/{market}", id: "explanation",
    summary: "Why a company's posture in a market is what it is, event by event.",
    parameters: Parameter.clocks,
    missing: "There is no such company, or nothing is recorded of it in this market."
  ) { query, log in
    let clocks = try query.clocks(in: log)
    let company = try query.company(in: log, on: clocks)
    let market = try market(query.values.last ?? "")
    let view = LogView(of: log, on: clocks)
    guard let explanation = try view.explanation(of: company, in: market)
    else { throw QueryError.nothingRecorded(company: company.text, market: market.code) }
    let answer = try view.answer(explanation)
    return Report(
      clocks: clocks, document: { ExplanationReport.document(answer) },
      json: { ExplanationReport.json(answer) },
      links: {
        [.company(company, name: explanation.posture.name)]
          + explanation.steps.map { .event($0.event) }
      })
  }

  private static func market(_ code: String) throws(RequestError) -> Market {
    do {
      return try Market(code: code)
    } catch {
      throw .badParameter("market", sentence: "\(error)")
    }
  }
}
