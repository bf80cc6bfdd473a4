import ArgumentParser
import EventLog
import Stances

/// `stance status`: the log at a glance.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the log at a glance: head, size, format, and how many events of each type.",
    discussion: """
      EXAMPLES
        stance status
        stance status --json --log russia.sqlite
      """)

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let status = try log.read { try $0.status() }
    try output.write(words: status.words(path: log.path), json: status.json(path: log.path))
  }
}

extension LogStatus {
  fileprivate func words(path: String) -> String {
    var lines = [
      "log            \(printable(path))", "head           \(head)",
      "last recorded  \(lastRecorded?.description ?? "never")", "size           \(bytes) bytes",
      "format         \(format)", "SQLite         \(sqliteVersion)",
    ]
    for type in types {
      let note = type.isKnown ? "" : " (not known to this program)"
      lines.append(
        "\(type.count.description.padded(to: 13, .trailing))  "
          + "\(printable(type.type)) v\(type.version)\(note)")
    }
    return lines.joined(separator: "\n")
  }

  fileprivate func json(path: String) -> JSONValue {
    [
      "log": .string(path), "head": .integer(head),
      "lastRecorded": lastRecorded.map { .string($0.description) } ?? .null,
      "bytes": .integer(bytes), "format": .integer(Int64(format)),
      "sqlite": .string(sqliteVersion), "unknown": .integer(Int64(unknown)),
      "types": .array(
        types.map { type in
          [
            "type": .string(type.type), "v": .integer(Int64(type.version)),
            "count": .integer(Int64(type.count)), "isKnown": .bool(type.isKnown),
          ]
        }),
    ]
  }
}
