import ArgumentParser
import EventLog
import Transparency

/// `stance verify`: checks a log, a proof of one event, or two checkpoints.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the log against itself and its signed heads, or a proof without the log.",
    discussion: """
      EXAMPLES
        stance verify                                the whole log
        stance verify --since kept.checkpoint        and that it continues what you kept
        stance verify bundle halt.tlog-proof --key VKEY
        stance verify checkpoints kept.checkpoint new.checkpoint

      Says rung by rung what is shown and what that leaves open. Ends with status 0 where nothing
      is wrong, else with 1.
      """,
    subcommands: [VerifyLog.self, VerifyBundle.self, VerifyCheckpoints.self],
    defaultSubcommand: VerifyLog.self)
}
