import ArgumentParser
import EventLog
import Glibc
import Stances

/// `stance export`: every event as it was proposed, as JSON Lines.
struct ExportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write every event as it was proposed, one a line, in the order of the log.",
    discussion: """
      EXAMPLES
        stance export > events.jsonl                 to standard output
        stance export -o events.jsonl                to a file that appears whole or not at all
        stance export | stance append --from - --log copy.sqlite
                                                     into another log
      """)

  @OptionGroup var file: FileOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    var progress = Progress("events written")
    defer { progress.end() }
    try file.write { write in
      var count = 0
      var block: [UInt8] = []
      try log.read { log in
        try log.forEachProposal { bytes in
          block += bytes
          block.append(UInt8(ascii: "\n"))
          count += 1
          guard block.count >= Self.blockSize else { return }
          try write(block)
          block.removeAll(keepingCapacity: true)
          progress.show(count)
        }
      }
      try write(block)
    }
  }

  private static let blockSize = 64 * 1024
}
