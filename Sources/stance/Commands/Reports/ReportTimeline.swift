import ArgumentParser
import Projections
import Reports

/// `stance report timeline`: measures, and everything in one column of time.
struct ReportTimeline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Measures as they stand, and statements, pressure, figures and moves in order.",
    discussion: """
      EXAMPLES
        stance report timeline --to 2022-05-06
        stance report timeline --format md -o timeline.md
      """)

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      return try Answer(
        in: log, clocks: clocks, content: TimelineProjection.timeline(in: log, clocks: clocks))
    }
    try report.write(TimelineReport.document(answer), json: TimelineReport.json(answer))
  }
}
