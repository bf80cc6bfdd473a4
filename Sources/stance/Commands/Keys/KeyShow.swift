import ArgumentParser
import Custody
import Transparency

/// `stance key show`: prints the public half of the key.
struct KeyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the public half of the key, to be published.",
    discussion: """
      EXAMPLES
        stance key show
        stance verify --key "$(stance key show)"     as others would check it
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.write(UserFiles.configured.key.key().verifier)
  }
}
