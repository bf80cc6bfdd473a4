import ArgumentParser

/// `stance token`: who may record over the network.
struct Token: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token",
    abstract: "Make, list and revoke tokens that let others propose or record over the network.",
    discussion: """
      EXAMPLES
        stance token new                            in your own name
        stance token new --recorder "night desk"    in another name
        stance token new --recorder "A. Intern" --role propose
        stance token new --expires 2022-12-31       works to the end of that day
        stance token list                           who may record, how long
        stance token revoke "night desk"            refused from now on

      The file of tokens (STANCE_TOKENS in the environment; default:
      stance/tokens under XDG_CONFIG_HOME) holds their hashes, each on a line
      with its name and role. A running server notices a new or a revoked token
      at once.
      """,
    subcommands: [TokenNew.self, TokenList.self, TokenRevoke.self])
}
