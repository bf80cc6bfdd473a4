import JSON
import ArgumentParser
import Custody
import Stances
import Transparency

/// `stance key new`: makes a key.
struct KeyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a key and print its public half.",
    discussion: """
      EXAMPLES
        stance key new stance.example.org/log/2026   your domain and a path
        stance checkpoint                            binds the log to it
      """)

  @Argument(help: ArgumentHelp("The log's origin; it can never change.", valueName: "name"))
  var name: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let key = try UserFiles.configured.key.made(named: KeyName(name))
    try output.write(key.verifier)
  }
}

extension OutputOptions {
  /// Writes a public key: the text to publish.
  func write(_ key: VerifierKey) throws {
    try write(
      words: key.text, json: ["origin": .string("\(key.name)"), "vkey": .string(key.text)])
  }
}
