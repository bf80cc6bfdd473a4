import ArgumentParser
import Custody
import EventLog
import Stances
import Transparency

/// `stance export`: every event as proposed, as JSON Lines.
struct ExportEvents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write every event as it was submitted, one per line, or the signed log as tiles.",
    discussion: """
      EXAMPLES
        stance export > events.jsonl                 to standard output
        stance export -o events.jsonl                to a file, written atomically
        stance export | stance append --from - --log copy.sqlite
                                                     into another log
        stance export --tiles www/log                the signed log as C2SP tiles;
                                                     run again to update it
      """)

  @Option(
    help: ArgumentHelp("The folder for the signed log's tiles.", valueName: "folder"),
    completion: .directory)
  var tiles: String?

  @OptionGroup var file: FileOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard tiles == nil || file.output == nil else {
      throw ValidationError("Give either --tiles FOLDER or -o FILE, not both.")
    }
  }

  func run() throws {
    if let tiles { try writeTiles(to: tiles) } else { try writeEvents() }
  }

  private func writeTiles(to folder: String) throws {
    var progress = Progress("files written")
    defer { progress.end() }
    let head = try log.read {
      try TileFolder(path: folder, keeping: log.kept).write(from: $0) { progress.show($0) }
    }
    StandardStreams.say("\(folder) has the signed log of \(head.size) events")
  }

  private func writeEvents() throws {
    var progress = Progress("events written")
    defer { progress.end() }
    try file.write(keeping: log.kept) { write in
      var count = 0
      var block: [UInt8] = []
      try log.read { log in
        let keys = try log.keys().links.count
        if keys > 0 {
          StandardStreams.say(
            "omitted the log's own \(keys == 1 ? "key" : "\(keys) keys"), "
              + "which another log cannot have")
        }
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
