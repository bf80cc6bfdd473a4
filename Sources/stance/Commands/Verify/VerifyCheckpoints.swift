import JSON
import ArgumentParser
import Custody
import EventLog
import Intake
import Stances

/// `stance verify checkpoints`: compares two signed heads of one log.
struct VerifyCheckpoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoints",
    abstract: "Check that one signed head of a log continues another.",
    discussion: """
      EXAMPLES
        stance verify checkpoints kept.checkpoint grown.proof --key VKEY
                                                     by a proof of growth
        stance verify checkpoints kept.checkpoint new.checkpoint
                                                     by the log itself
        stance verify checkpoints kept.checkpoint grown.proof --key OLD \\
          --rotation rotation.tlog-proof             if the log's key was replaced
      """)

  @Argument(
    help: ArgumentHelp("The checkpoint that you kept.", valueName: "old"), completion: .file())
  var old: String

  @Argument(
    help: ArgumentHelp("A later checkpoint, or a proof of growth to it.", valueName: "new"),
    completion: .file())
  var new: String

  @OptionGroup var proof: ProofOptions
  @OptionGroup var rotations: RotationOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let comparison = try CheckpointComparison(
      from: old, to: new, trust: proof.choice, rotations: rotations.bundles)
    try output.write(comparison.report(now: SystemClock.now(), openingLog: log.openToVerify))
  }
}

extension OutputOptions {
  /// Writes what was shown; ends with a finding if something is refuted.
  func write(_ report: VerificationReport) throws {
    try write(words: report.words, json: ["ladder": report.json])
    if report.isRefuted { throw ExitStatus.finding.silently }
  }
}
