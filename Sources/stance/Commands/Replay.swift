import ArgumentParser
import Projections
import Reports
import Stances

/// `stance replay`: every posture on a day, or what changed on the way to it.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show every posture on a day, or what changed step by step.",
    discussion: """
      EXAMPLES
        stance replay --to 2022-05-06                where everybody stood that day
        stance replay --to 2022-05-05 --known-by 2022-05-05
                                                     and where people then thought so
        stance replay --from 2022-02-24 --to 2022-05-06 --step week
                                                     the changes, week by week
      """)

  @Option(
    help: ArgumentHelp("Show the changes from this day on, in steps.", valueName: "day"),
    transform: queryDay)
  var from: Day?

  @Option(help: "How far apart the days of the replay lie.")
  var step: ReplayStepUnit?

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if step != nil, from == nil { throw ValidationError("--step needs --from DAY.") }
  }

  func run() throws {
    if let from { try replay(from: from, by: step ?? .month) } else { try replay() }
  }

  private func replay() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let view = LogView(of: log, on: clocks)
      return try view.answer(view.postures())
    }
    try output.write(PosturesReport.document(answer), json: PosturesReport.json(answer))
  }

  private func replay(from first: Day, by step: ReplayStepUnit) throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let view = LogView(of: log, on: clocks)
      return try view.answer(view.steps(from: first, by: step))
    }
    try output.write(ReplayReport.document(answer), json: ReplayReport.json(answer))
  }
}

extension ReplayStepUnit: ExpressibleByArgument {}
