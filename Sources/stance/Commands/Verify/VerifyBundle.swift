import ArgumentParser
import Intake
import JSON
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
                                                     with halt.event.json beside it
        stance verify bundle halt.tlog-proof --event copy.json --key VKEY
        stance verify bundle halt.tlog-proof --policy witnesses.policy
        stance verify bundle late.tlog-proof --key OLD --rotation rotation.tlog-proof
                                                     where the log's key was replaced
      """)

  @Argument(help: ArgumentHelp("The .tlog-proof.", valueName: "proof"), completion: .file())
  var path: String

  @Option(
    name: .customLong("event"), help: "The event's bytes; left out, those beside the proof.",
    completion: .file())
  var eventPath: String?

  @OptionGroup var proof: ProofOptions
  @OptionGroup var rotations: RotationOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let bundle = ProofBundle(proofPath: path)
    let transparencyProof = try bundle.proof()
    let policy = try proof.requiredPolicy(forNote: transparencyProof.checkpoint)
    let leaf = try InputFile.contents(of: eventPath ?? bundle.eventPath)
    let ladder = ladder(leaf, transparencyProof, policy, try rotations.read())
    try output.write(words: ladder.words, json: ["ladder": ladder.json])
    if ladder.isRefuted { throw ExitStatus.finding.silently }
  }

  private func ladder(
    _ leaf: [UInt8], _ proof: TransparencyProof, _ believed: CheckpointPolicy,
    _ rotations: [KeyRotation]
  ) -> ProofLadder {
    do {
      let keys = try KeyChain(rotations, believing: believed.log)
      let policy = try believed.inForce(for: proof.checkpoint, of: keys)
      let position = proof.inclusion.index + 1
      let signed = try proof.verify(leaf: leaf, policy: policy.ofLogAlone)
      let event = try RecordedEvent(position: Int64(position), bytes: leaf)
      let head = signed.checkpoint.head
      return ProofLadder(
        intact: .shown(
          "\(printable(event.id.text)) stands at position \(position) of \(head.size) in "
            + "\(signed.checkpoint.origin), recorded \(event.recorded) "
            + "by \(printable(event.recorder))\(keys.words(on: policy.log, believing: believed.log))"
        ),
        sameHistory: .notShown(
          "a proof is of one head; hold its log against one that you kept, "
            + "'stance verify checkpoints'"),
        witnessed: WitnessedRung(of: proof.checkpoint, policy: policy, events: head.size).answer)
    } catch {
      let reason = "the proof does not hold"
      let advice = rotations.isEmpty ? believed.adviceOnOtherKey(of: proof.checkpoint) : ""
      return ProofLadder(
        intact: .refuted("\(error)\(advice)"), sameHistory: .notShown(reason),
        witnessed: .notShown(reason))
    }
  }
}
