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
        stance replay --to 2022-05-06                every posture on that day
        stance replay --to 2022-05-05 --known-by 2022-05-05
                                                     as people knew it at the time
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
      return try Answer(
        in: log, clocks: clocks, content: PostureProjection.postures(in: log, clocks: clocks))
    }
    try output.write(PosturesReport.document(answer), json: PosturesReport.json(answer))
  }

  private func replay(from first: Day, by step: ReplayStepUnit) throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      guard first <= clocks.to else { throw QueryError.beforeStart(from: first, to: clocks.to) }
      let most = ReplayProjection.mostSteps
      guard step.day(most, after: first) >= clocks.to else {
        throw QueryError.tooManySteps(most: most)
      }
      return try Answer(
        in: log, clocks: clocks,
        content: ReplayProjection.steps(in: log, from: first, step: step, clocks: clocks))
    }
    try output.write(ReplayReport.document(answer), json: ReplayReport.json(answer))
  }
}

extension ReplayStepUnit: ExpressibleByArgument {}
