import ArgumentParser
import Errors
import EventLog
import Inbox
import Intake
import JSON
import Stances

/// `stance accept`: records a proposal.
struct Accept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record what a proposal says, in your name and its proposer's.",
    usage: """
      stance accept PROPOSAL [--edit | --from FILE|-] [options]
      """,
    discussion: """
      EXAMPLES
        stance accept 3fa9c1d2                     shows it, and asks
        stance accept 3fa9c1d2 --edit              its events in $EDITOR first
        stance accept 3fa9c1d2 --expect-head 431   where no one can be asked

      On a terminal it is shown, and you are asked; if the record moves on
      meanwhile so that something else would change, it is shown again. A script
      says at which head it was looked at: "expectHead" of 'stance inbox show ID
      --json'. If the head has moved, the status is 75, unless --expect-preview
      has its "expectPreview" and the same would still change.

      What a reviewer changes is kept beside what was proposed. There is no way to
      accept all: someone has looked at each.
      """)

  @Argument(help: "The proposal's name, or its last digits.")
  var proposal: String

  @Flag(help: "Change the events in $VISUAL or $EDITOR (default: vi) first.")
  var edit = false

  @Option(
    help: ArgumentHelp(
      "Record the events of a file of JSON in place of those proposed.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Accept only if the log's head is this position.", valueName: "position"))
  var expectHead: Position?

  @Option(
    help: ArgumentHelp(
      "With --expect-head: or if this is still what would change.", valueName: "fingerprint"))
  var expectPreview: String?

  @OptionGroup var options: InboxOptions

  func validate() throws {
    if edit, from != nil { throw ValidationError("Give --edit or --from FILE, not both.") }
    if expectPreview != nil, expectHead == nil {
      throw ValidationError("--expect-preview goes with --expect-head.")
    }
  }

  func run() throws {
    _ = try options.log.openToAppend()
    if edit { return try editThenAccept() }
    let revised = try from.map { try InputFile.contents(of: $0) }
    if let expectHead {
      return try accept(if: .seen(at: expectHead, preview: expectPreview), revised)
    }
    guard Dialogue.isPossible, !options.output.json, revised == nil else {
      throw ValidationError(
        "No one can be asked here: say by --expect-head at which head it was looked at; 'stance "
          + "inbox show \(proposal) --json' has it.")
    }
    try askThenAccept()
  }

  private func accept(if expectation: Inbox.Expectation, _ revised: [UInt8]? = nil) throws {
    let (proposal, receipt, remarks) = try options.inbox.accept(
      proposal, by: options.actor, if: expectation, revised: revised, options.append)
    try options.output.write(
      words: receipt.words(isDryRun: false)
        + (proposal.revision == nil ? "" : ", as you changed it"),
      json: [
        "proposal": proposal.json, "receipt": receipt.json(isDryRun: false, remarks),
      ])
    for line in remarks.lines { StandardStreams.say("stance: \(printable(line))") }
  }

  /// Shows the proposal and what it would change until what was shown is what is recorded.
  private func askThenAccept() throws {
    while true {
      Dialogue.saysWhatCtrlCDid(true)
      let found = try options.inbox.proposal(named: proposal)
      let look = try options.look(at: found)
      Dialogue.say(options.text(of: found, look) + "\n")
      var expectation = Inbox.Expectation.any
      if case .records(_, let remarks, let draft)? = look {
        for line in remarks.lines { Dialogue.say(printable(line)) }
        expectation = .seen(at: draft.head, preview: draft.preview.fingerprint)
        guard try Dialogue.confirms("Record it?") else {
          Dialogue.say("nothing was recorded; it still waits")
          return
        }
      }
      Dialogue.saysWhatCtrlCDid(false)
      do {
        return try accept(if: expectation)
      } catch let moved as InboxError where moved.kind == .busy {
        Dialogue.say("\nstance: \(moved)\n")
      }
    }
  }

  private func editThenAccept() throws {
    let found = try options.inbox.proposal(named: proposal)
    let text = String(decoding: JSONValue.array(found.current).prettyBytes(), as: UTF8.self)
    try Editor.edit(
      text + "\n", named: "\(found.id.short).json", by: "stance accept \(found.id.short) --from"
    ) { text in
      try accept(if: .any, Array(text.utf8))
    }
  }
}
