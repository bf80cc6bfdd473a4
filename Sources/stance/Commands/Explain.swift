import ArgumentParser
import Projections
import Reports
import Stances

/// `stance explain`: why a posture is what it is.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show each event behind a posture, and what was overruled by which rule.",
    discussion: """
      EXAMPLES
        stance explain lenovo RU                     as of today
        stance explain lenovo RU --to 2022-05-06     on that day
        stance explain 联想集团 RU --known-by 2022-05-05
                                                     as published by then
      """)

  @Argument(help: "The company, by slug or name.")
  var company: String

  @Argument(help: "The market, such as RU.", transform: { try Market(code: $0) })
  var market: Market

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let company = try CompanyDirectory(log, clocks).company(company)
      guard
        let explanation = try PostureProjection.explanation(
          of: company, in: market, log: log, clocks: clocks)
      else { throw QueryError.nothingRecorded(company: company.text, market: market.code) }
      return try Answer(in: log, clocks: clocks, content: explanation)
    }
    try output.write(ExplanationReport.document(answer), json: ExplanationReport.json(answer))
  }
}
