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

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let company = try CompanyDirectory(log).company(company)
      guard
        let history = try HistoryProjection.history(of: company, in: log, clocks: clocks)
      else { throw QueryRefusal.notRegisteredThen(company: company.text) }
      return try Answer(in: log, clocks: clocks, content: history)
    }
    let registration = answer.content.registration
    let feeds = FeedFormats(
      subject: .company(registration.company, name: registration.identity.name),
      clocks: answer.clocks, log: log)
    try report.write(
      CompanyReport.document(answer), json: CompanyReport.json(answer), besides: feeds.makers)
  }
}
