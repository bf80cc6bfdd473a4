import ArgumentParser
import Errors
import Inbox
import JSON
import Stances

/// `stance inbox`: the proposals that wait.
struct InboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "List the proposals that wait, oldest first, with what accepting each would do now.",
    discussion: """
      EXAMPLES
        stance inbox                       what waits
        stance inbox show 3fa9c1d2         one, whole, with what it would change
        stance inbox list --state accepted
        stance inbox list --json

      A proposal is a file in LOG.inbox, in 'waiting', 'accepted' or 'rejected'.
      Its name can be cut short to its last digits, as the list has it.
      """,
    subcommands: [ListInbox.self, ShowProposal.self], defaultSubcommand: ListInbox.self)
}

/// `stance inbox list`: the proposals of a state.
struct ListInbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the proposals that wait, or what became of others.",
    discussion: """
      EXAMPLES
        stance inbox list
        stance inbox list --state rejected
      """)

  @Option(help: "waiting, accepted, or rejected (which has also what was withdrawn).")
  var state: Inbox.State = .waiting

  @OptionGroup var options: InboxOptions

  func run() throws {
    // An inbox is one of a log: a slip in its name should not read as an empty inbox.
    _ = try options.log.openToRead()
    let now = SystemClock.now()
    var texts: [String] = []
    var values: [JSONValue] = []
    let (proposals, damaged) = try options.inbox.proposals(state)
    for proposal in proposals {
      let look = try options.look(at: proposal)
      texts.append(InboxReport.lines(proposal, look, on: now))
      values.append(InboxReport.json(proposal, look, on: now))
    }
    let overdue = proposals.count {
      InboxReport.days(of: $0, on: now) > InboxReport.patience
    }
    let count = "\(texts.count) proposal\(texts.count == 1 ? "" : "s")"
    let verb = state == .waiting ? (texts.count == 1 ? " waits" : " wait") : ", \(state.rawValue)"
    let late =
      state == .waiting && overdue > 0
      ? "; \(overdue) for more than \(InboxReport.patience) days" : ""
    try options.output.write(
      words: (["\(count)\(verb)\(late)"] + texts).joined(separator: "\n\n"),
      json: [
        "state": .string(state.rawValue), "proposals": .array(values),
        "damaged": .array(damaged.map { .string("\($0)") }),
      ])
    for error in damaged { StandardStreams.say("stance: \(error)") }
    if !damaged.isEmpty { throw ExitStatus.badData.silently }
  }
}

extension Inbox.State: ExpressibleByArgument {}
