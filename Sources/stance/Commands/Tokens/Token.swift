import ArgumentParser

/// `stance token`: who may record over the network.
struct Token: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make tokens that let others record events over the network.",
    discussion: """
      EXAMPLES
        stance token new                             in your own name
        stance token new --recorder "night desk"     in another name

      The file of tokens (STANCE_TOKENS in the environment; default:
      stance/tokens under XDG_CONFIG_HOME) holds their hashes, each on a line
      with its name. Delete a line to withdraw a token; a running server notices
      at once.
      """,
    subcommands: [TokenNew.self])
}
