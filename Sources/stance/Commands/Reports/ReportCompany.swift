import ArgumentParser
import Projections
import Reports
import Stances

/// `stance report company`: everything about one company.
struct ReportCompany: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "company",
    abstract: "One company: its postures, its events, what addresses it, and its figures.",
    discussion: """
      EXAMPLES
        stance report company lenovo --to 2022-05-06
        stance report company 大疆创新 --format md -o dji.md
        stance report company dji --format ics -o dji.ics        for a calendar
      """)

  @Argument(help: "The company, by slug or name.")
  var company: String

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  /// The pictures of this report.
  enum Kind: String, PictureKind { case strip, pressure }

  func run() throws {
    let (answer, courses) = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let company = try CompanyDirectory(log, clocks).company(company)
      guard
        let history = try HistoryProjection.history(of: company, in: log, clocks: clocks)
      else { throw QueryError.notRegisteredThen(company: company.text) }
      return (
        try Answer(in: log, clocks: clocks, content: history),
        try CourseProjection.courses(in: log, clocks: clocks, companies: [company])
      )
    }
    let registration = answer.content.registration
    let feeds = FeedFormats(
      subject: .company(registration.company, name: registration.identity.name),
      clocks: answer.clocks, log: log)
    try report.write(
      CompanyReport.document(answer, courses: courses), json: CompanyReport.json(answer),
      besides: report.pictured(feeds.makers, picture)
    ) { try page(answer) }
  }

  private func page(_ answer: Answer<CompanyHistory>) throws -> Page {
    let company = answer.content.registration.company
    return try log.read { log in
      let view = LogView(of: log, on: answer.clocks)
      guard let data = try view.companyPage(of: company)
      else { throw QueryError.notRegisteredThen(company: company.text) }
      return CompanyPage.page(try view.answer(data))
    }
  }

  private func picture(_ kind: Kind) throws -> Picture {
    try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let company = try CompanyDirectory(log, clocks).company(company)
      guard
        let history = try HistoryProjection.history(of: company, in: log, clocks: clocks)
      else { throw QueryError.notRegisteredThen(company: company.text) }
      switch kind {
      case .strip:
        return CompanyPicture.picture(
          of: company, named: history.registration.identity.name,
          try Answer(
            in: log, clocks: clocks,
            content: LogView(of: log, on: clocks, companies: [company]).timePicture()))
      case .pressure:
        return PressurePicture.picture(
          try Answer(in: log, clocks: clocks, content: history.pressure))
      }
    }
  }
}
