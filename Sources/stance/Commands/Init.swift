import Errors
import JSON
import ArgumentParser
import Custody
import EventLog
import Files
import Stances

/// `stance init`: makes a new log.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a new, empty log.",
    discussion: """
      EXAMPLES
        stance init                          stance.sqlite in this folder
        stance init --log russia.sqlite      another name
      """)

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try UserFiles.configured.kept.check(new: log.path)
    _ = try EventLog.create(at: log.path)
    try output.write(
      words: "created the log \(printable(log.path)); its head is 0",
      json: ["log": .string(log.path), "head": 0])
  }
}
