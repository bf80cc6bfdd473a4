import Errors
import JSON
import ArgumentParser
import Custody
import Stances

/// `stance token list`: who may propose and record over the network.
struct TokenList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the tokens: fingerprint, last day, role and name; never the token itself.",
    discussion: """
      EXAMPLES
        stance token list
        stance token list --json
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    let entries = try UserFiles.configured.tokens.entries { line in
      StandardStreams.say("stance: \(line)")
    }
    let today = SystemClock.now().day
    try output.write(
      words: entries.isEmpty
        ? "no tokens" : entries.map { $0.words(on: today) }.joined(separator: "\n"),
      json: ["tokens": .array(entries.map { $0.json(on: today) })])
  }
}

extension TokenEntry {
  fileprivate func words(on today: Day) -> String {
    let end = expires.map { isExpired(on: today) ? "expired \($0)" : "until \($0)" } ?? "no end"
    return "\(fingerprint)  \(end.padded(to: 18))  \(bearer.role.rawValue.padded(to: 7))  "
      + printable(bearer.name)
  }

  /// The entry for programs.
  func json(on today: Day) -> JSONValue {
    [
      "fingerprint": .string(fingerprint), "recorder": .string(bearer.name),
      "role": .string(bearer.role.rawValue),
      "expires": expires.map { .string($0.description) } ?? .null,
      "isExpired": .bool(isExpired(on: today)),
    ]
  }
}
