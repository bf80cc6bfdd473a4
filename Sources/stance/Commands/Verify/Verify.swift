import ArgumentParser
import EventLog
import Transparency

/// `stance verify`: checks a log, a proof of one event, or two checkpoints.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the log against itself and its signed heads, or a proof without the log.",
    discussion: """
      EXAMPLES
        stance verify                                the whole log
        stance verify --since kept.checkpoint        and that it continues this
        stance verify bundle halt.tlog-proof --key VKEY
        stance verify checkpoints kept.checkpoint new.checkpoint

      Reports, claim by claim, what is shown and what is not. Ends with
      status 0 if nothing is wrong, otherwise with 1.
      """,
    subcommands: [VerifyLog.self, VerifyBundle.self, VerifyCheckpoints.self],
    defaultSubcommand: VerifyLog.self)
}
