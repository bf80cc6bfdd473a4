import ArgumentParser
import Intake
import Stances

/// `stance template`: a file to fill in with events of one type.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Print a file to fill in with events of a type.",
    discussion: """
      EXAMPLES
        stance template exit > events.csv             for a spreadsheet
        stance template exit --format jsonl           a line of JSON
        stance append --from events.csv --dry-run     check what was filled in

      The columns of fields that every event needs come first, and say what to
      put there; the others are empty. An event without an id gets one.
      """)

  /// What can be printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv
    case jsonl
  }

  @Argument(
    help: "The type of the events; 'stance types' lists them.",
    completion: .list(EventType.allCases.map(\.rawValue)), transform: eventType)
  var type: EventType

  @Option(help: "The format of the file.")
  var format = Format.csv

  func run() throws {
    let text =
      switch format {
      case .csv: EventTemplate.csv(of: type)
      case .jsonl: EventTemplate.jsonLine(of: type)
      }
    print(text, terminator: "")
  }
}
