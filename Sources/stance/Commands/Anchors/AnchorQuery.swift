import ArgumentParser
import Custody

/// `stance anchor query`: writes what a time-stamping authority is asked.
struct AnchorQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Write a time-stamp query for the last signed head.",
    discussion: """
      EXAMPLES
        stance checkpoint > /dev/null                signs the current head
        stance anchor query -o head.tsq              then asks for a stamp on it
        openssl ts -query -in head.tsq -text         shows what is asked
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The query's file.", valueName: "file"))
  var output: String

  @OptionGroup var log: LogOptions

  func run() throws {
    try log.read { try StampFiles.writeQuery(for: $0, to: output, keeping: log.kept) }
  }
}
