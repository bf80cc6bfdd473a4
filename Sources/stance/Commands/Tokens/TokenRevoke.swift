import Errors
import JSON
import ArgumentParser
import Custody
import Stances

/// `stance token revoke`: takes tokens back.
struct TokenRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Revoke every token of a name, or the one with a fingerprint.",
    discussion: """
      EXAMPLES
        stance token revoke "night desk"    every token of this name
        stance token revoke 3f2a90c1d4e5    one, by its fingerprint in the list

      A running server refuses them at once. What they recorded stays recorded.
      """)

  @Argument(help: "The name of the bearer, or the fingerprint of a token.")
  var token: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let revoked = try UserFiles.configured.tokens.revoke(token)
    let today = SystemClock.now().day
    try output.write(
      words: revoked.map { "revoked \($0.fingerprint) (\(printable($0.bearer.name)))" }
        .joined(separator: "\n"),
      json: ["revoked": .array(revoked.map { $0.json(on: today) })])
  }
}
