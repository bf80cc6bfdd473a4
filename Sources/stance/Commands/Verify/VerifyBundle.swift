import JSON
import ArgumentParser
import Custody
import Intake
import Stances
import Transparency

/// `stance verify bundle`: checks the proof of one event, without the log.
struct VerifyBundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Check that an event is in a signed log, by its proof alone.",
    discussion: """
      EXAMPLES
        stance verify bundle halt.tlog-proof --key VKEY
                                                     and halt.event.json beside it
        stance verify bundle halt.tlog-proof --event copy.json --key VKEY
        stance verify bundle halt.tlog-proof --policy witnesses.policy
        stance verify bundle late.tlog-proof --key OLD \\
          --rotation rotation.tlog-proof             if the log's key was replaced
      """)

  @Argument(help: ArgumentHelp("The .tlog-proof.", valueName: "proof"), completion: .file())
  var path: String

  @Option(
    name: .customLong("event"), help: "The event's bytes; default: those beside the proof.",
    completion: .file())
  var eventPath: String?

  @OptionGroup var proof: ProofOptions
  @OptionGroup var rotations: RotationOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let report = try VerificationReport(
      of: ProofBundle(proofPath: path), event: eventPath, trust: proof.choice,
      rotations: rotations.bundles, now: SystemClock.now())
    try output.write(report)
  }
}
