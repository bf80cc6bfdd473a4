import ArgumentParser
import Inbox

/// `stance reject`: turns a proposal down.
struct Reject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Turn a proposal down, and say why; nothing of it goes into the log.",
    discussion: """
      EXAMPLES
        stance reject 3fa9c1d2 --reason "The source is about another company."
      """)

  @Argument(help: "The proposal's name, or its last digits.")
  var proposal: String

  @Option(help: ArgumentHelp("Why, for its proposer.", valueName: "why"))
  var reason: String

  @OptionGroup var options: InboxOptions

  func run() throws {
    _ = try options.log.openToRead()
    let ended = try options.inbox.reject(
      proposal, by: options.actor, reason: reason, options.append)
    try options.output.write(words: "rejected \(ended.id.short)", json: ended.json)
  }
}

/// `stance withdraw`: takes back what one proposed.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Take back a proposal of your own.",
    discussion: """
      EXAMPLES
        stance withdraw 3fa9c1d2
        stance withdraw 3fa9c1d2 --reason "A better source came up."
      """)

  @Argument(help: "The proposal's name, or its last digits.")
  var proposal: String

  @Option(help: ArgumentHelp("Why.", valueName: "why"))
  var reason: String?

  @OptionGroup var options: InboxOptions

  func run() throws {
    _ = try options.log.openToRead()
    let ended = try options.inbox.withdraw(
      proposal, by: options.actor, reason: reason, options.append)
    try options.output.write(words: "withdrew \(ended.id.short)", json: ended.json)
  }
}
