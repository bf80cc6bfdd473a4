import ArgumentParser
import Projections
import Reports

/// `stance report measures`: the rules as they stand.
struct ReportMeasures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "Every measure: its status, first and last day, and use.",
    discussion: """
      EXAMPLES
        stance report measures --to 2022-05-06
        stance report measures --format csv -o measures.csv
      """)

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      return try Answer(
        in: log, clocks: clocks, content: TimelineProjection.measures(in: log, clocks: clocks))
    }
    try report.write(MeasuresReport.document(answer), json: MeasuresReport.json(answer)) {
      MeasuresReport.document(answer).page
    }
  }
}
