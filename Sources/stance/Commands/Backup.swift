import Errors
import JSON
import ArgumentParser
import EventLog
import Files
import Stances

/// `stance backup`: copies the log while others continue to write.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the log into a new file, consistent even while others write.",
    discussion: """
      EXAMPLES
        stance backup 2022-05-06.sqlite              a new file
        stance verify --log 2022-05-06.sqlite        check the copy
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
  var destination: String

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try log.kept.check(new: destination)
    let head = try EventLog.open(at: log.path, for: .reading).backup(to: destination)
    try output.write(
      words: "copied the log up to \(head) to \(printable(destination))",
      json: ["file": .string(destination), "head": .integer(head.number)])
  }
}
