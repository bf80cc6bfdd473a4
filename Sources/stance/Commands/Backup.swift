import Errors
import JSON
import ArgumentParser
import Custody
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
        stance backup 2022-05-06.sqlite --no-captures
                                                     the log alone

      Files that are kept beside the log are copied too, beside the copy: into
      2022-05-06.sqlite.captures. Status 1 if one of them is not as recorded.
      """)

  @Argument(help: ArgumentHelp("The new file.", valueName: "file"), completion: .file())
  var destination: String

  @Flag(name: .customLong("no-captures"), help: "Leave out the files that are kept beside the log.")
  var withoutCaptures = false

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try log.kept.check(new: destination)
    let source = try log.openToRead()
    let head = try source.backup(to: destination)
    let copies =
      try withoutCaptures
      ? nil
      // Not the copy, beside which opening it would leave files.
      : source.read {
        try CaptureBackup(of: $0, from: log.captures, besideLogAt: destination)
      }
    try output.write(
      words: (["copied the log up to \(head) to \(printable(destination))"]
        + (copies?.words ?? [])).joined(separator: "\n"),
      json: [
        "file": .string(destination), "head": .integer(head.number),
        "captures": copies?.json ?? .null,
      ])
    if copies?.isWhole == false { throw ExitStatus.finding.silently }
  }
}
