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
      let view = LogView(of: log, on: clocks)
      let company = try view.company(company)
      guard let history = try view.history(of: company)
      else { throw QueryError.notRegisteredThen(company: company.text) }
      return (
        try view.answer(history), try view.narrowed(to: [company]).courses()
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
      let view = LogView(of: log, on: clocks)
      let company = try view.company(company)
      guard let history = try view.history(of: company)
      else { throw QueryError.notRegisteredThen(company: company.text) }
      switch kind {
      case .strip:
        return CompanyPicture.picture(
          of: company, named: history.registration.identity.name,
          try view.answer(view.narrowed(to: [company]).timePicture()))
      case .pressure:
        return PressurePicture.picture(
          try view.answer(history.pressure))
      }
    }
  }
}
