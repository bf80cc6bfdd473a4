import ArgumentParser

/// `stance key`: the key that signs checkpoints.
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "Make the key that signs checkpoints, replace it, or show its public half.",
    discussion: """
      EXAMPLES
        stance key new stance.example.org/log/2026
        stance key show
        stance key rotate

      The private key is one line in a file that only you may read: STANCE_KEY in
      the environment; default: stance/key under XDG_CONFIG_HOME. Its name is
      the origin of the log that it signs.
      """,
    subcommands: [KeyNew.self, KeyShow.self, KeyRotate.self])
}
