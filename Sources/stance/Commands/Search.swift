import ArgumentParser
import Projections
import Reports
import Stances

/// `stance search`: who or what a name means.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find companies, bodies and measures by a name or a part of one, in any script.",
    discussion: """
      EXAMPLES
        stance search lenovo
        stance search 联想                    in other scripts, aliases, tickers
        stance search "blocking rules"       measures by their titles
      """)

  @Argument(help: ArgumentHelp("The name, or a part of it.", valueName: "text"))
  var text: String

  @OptionGroup var clocks: ClockOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let answer = try log.read { log in
      let clocks = try clocks.clocks(in: log)
      let view = LogView(of: log, on: clocks)
      return try view.answer(NameFindings(text: text, matches: view.matches(of: text)))
    }
    try output.write(SearchReport.document(answer), json: SearchReport.json(answer))
  }
}
