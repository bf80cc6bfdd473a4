import ArgumentParser
import EventLog
import Projections
import Reports
import Stances

/// `stance show`: one event with its evidence and what corrects it.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one event with its evidence, its corrections and its place in the log.",
    discussion: """
      EXAMPLES
        stance show lenovo-2022-03-halts-shipments   by its id
        stance show 42                               by its position
        stance show 42 --json                        exactly as recorded
      """)

  @Argument(help: ArgumentHelp("The event's id or position.", valueName: "id"))
  var name: String

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let view = LogView(of: log, on: clocks)
      return try view.answer(view.event(name))
    }
    try output.write(EventReport.document(answer), json: EventReport.json(answer))
  }
}
