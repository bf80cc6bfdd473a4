import ArgumentParser
import Errors
import Inbox
import Intake
import Reports
import Stances

/// `stance inbox show`: one proposal.
struct ShowProposal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a proposal: its events, and what accepting it would change now.",
    discussion: """
      EXAMPLES
        stance inbox show 3fa9c1d2
        stance inbox show 3fa9c1d2 --json
      """)

  @Argument(help: "The proposal's name, or its last digits.")
  var proposal: String

  @OptionGroup var options: InboxOptions

  func run() throws {
    _ = try options.log.openToRead()
    let found = try options.inbox.proposal(named: proposal)
    let look = try options.look(at: found)
    try options.output.write(
      words: options.text(of: found, look),
      json: InboxReport.json(found, look, on: SystemClock.now()))
    if case .records(_, let remarks, _)? = look {
      for line in remarks.lines { StandardStreams.say("stance: \(printable(line))") }
    }
  }
}

extension InboxOptions {
  /// A proposal as a reader at a terminal sees it.
  func text(of proposal: Proposal, _ look: Inbox.Look?) -> String {
    let document = InboxReport.document(proposal, look, on: SystemClock.now())
    return String(
      document.text(Terminal.style(isPlain: output.plain)).trimmed(where: \.isNewline))
  }
}
