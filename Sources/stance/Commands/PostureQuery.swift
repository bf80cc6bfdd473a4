import ArgumentParser
import Projections
import Reports
import Stances

/// `stance posture`: where companies stand, as of today unless asked otherwise.
struct PostureQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posture",
    abstract: "Show what companies say and do in each market.",
    discussion: """
      EXAMPLES
        stance posture                       every company, as of today
        stance posture lenovo 小米集团       some, by slug or any of their names
        stance posture dji --to 2022-05-06 --known-by 2022-05-01
                                             that day, as published by then
      """)

  @Argument(help: ArgumentHelp("Companies, by slug or name; none means all.", valueName: "company"))
  var companies: [String] = []

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let directory = try companies.isEmpty ? nil : CompanyDirectory(log, clocks)
      let chosen = try directory.map { directory in try companies.map(directory.company) }
      return try Answer(
        in: log, clocks: clocks,
        content: PostureProjection.postures(in: log, clocks: clocks, companies: chosen))
    }
    try output.write(PosturesReport.document(answer), json: PosturesReport.json(answer))
  }
}
