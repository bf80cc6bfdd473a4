import ArgumentParser
import EventLog
import Projections
import Reports
import Stances

/// `stance log`: the recorded events, filtered.
struct ListEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List recorded events in the order of the log.",
    discussion: """
      EXAMPLES
        stance log --newest --limit 20               the last twenty
        stance log --company lenovo                  what concerns a company
        stance log --type government_measure --occurred 2022-02/2022-03
        stance log --after 120 --json                what is new since a position
      """)

  @OptionGroup var filter: FilterOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try log.read { log in
      let head = try log.head
      return try Answer(
        in: log, clocks: Clocks(to: SystemClock.today(), at: head),
        content: log.events(filter.choice.filter(in: log)))
    }
    try output.write(EventListReport.document(answer), json: EventListReport.json(answer))
  }
}
