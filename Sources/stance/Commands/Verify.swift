import ArgumentParser
import EventLog
import Stances

/// `stance verify`: checks the log against itself.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the file, every event, and everything derived from the events.",
    discussion: """
      EXAMPLES
        stance verify
        stance verify --json --log russia.sqlite

      Ends with status 0 where nothing is wrong, else with 1.
      """)

  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let verification = try EventLog.open(at: log.path, for: .reading).verify()
    try output.write(words: verification.words, json: verification.json)
    if !verification.isSound { throw ExitStatus.finding.silently }
  }
}

extension Verification {
  fileprivate var words: String {
    let counted = "\(events) event\(events == 1 ? "" : "s") read"
    let unread = unknown == 0 ? "" : ", \(unknown) of a type that this program does not know"
    guard !isSound else { return "\(counted)\(unread): nothing is wrong" }
    return (findings.map(\.description) + ["\(counted)\(unread); restore a backup"])
      .joined(separator: "\n")
  }

  fileprivate var json: JSONValue {
    [
      "sound": .bool(isSound), "events": .integer(events), "unknown": .integer(unknown),
      "findings": .array(
        findings.map { finding in
          [
            "position": finding.position.map(JSONValue.integer) ?? .null,
            "says": .string(finding.description),
          ]
        }),
    ]
  }
}
