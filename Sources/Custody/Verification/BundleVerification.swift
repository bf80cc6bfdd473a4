import Errors
import EventLog
import Intake
package import Stances
import Transparency

extension VerificationReport {
  /// What the proof of one event shows, without the log.
  ///
  /// - Parameters:
  ///   - bundle: the files of the proof.
  ///   - eventPath: the event's bytes, if they are not beside the proof.
  ///   - trust: whose signatures are believed.
  ///   - rotations: the proofs by which keys that were replaced are followed.
  ///   - now: the clock.
  /// - Throws: ``ProvingError`` if it cannot be checked; what is refuted is in the report.
  package init(
    of bundle: ProofBundle, event eventPath: String?, trust: TrustChoice,
    rotations: [ProofBundle], now: Timestamp
  ) throws {
    let proof = try bundle.proof()
    let believed = try trust.requiredPolicy(forNote: proof.checkpoint)
    let leaf = try InputFile.contents(of: eventPath ?? bundle.eventPath)
    let rotations = try rotations.map { try KeyRotation($0) }
    do {
      try self.init(
        of: leaf, proof, believed, KeyChain(rotations, believing: believed.log), now: now)
    } catch {
      let reason = "the proof is not valid"
      let advice = rotations.isEmpty ? believed.adviceOnOtherKey(of: proof.checkpoint) : ""
      self.init(
        intact: .refuted("\(error)\(advice)"), sameHistory: .notShown(reason),
        witnessed: .notShown(reason))
    }
  }

  private init(
    of leaf: [UInt8], _ proof: TransparencyProof, _ believed: CheckpointPolicy, _ keys: KeyChain,
    now: Timestamp
  ) throws {
    let policy = try believed.inForce(for: proof.checkpoint, of: keys)
    let position = Position(treeSize: proof.inclusion.index + 1)
    let signed = try proof.verify(leaf: leaf, policy: policy.ofLogAlone)
    let event = try RecordedEvent(position: position, bytes: leaf)
    let head = signed.checkpoint.head
    self.init(
      intact: .shown(
        "\(printable(event.id.text)) is at position \(position) of \(head.size) in "
          + "\(signed.checkpoint.origin), recorded \(event.recorded) "
          + "by \(printable(event.recorder))\(keys.words(on: policy.log, believing: believed.log))"
      ),
      sameHistory: .notShown(
        "a proof covers one head; compare that head with one that you kept: "
          + "'stance verify checkpoints'"),
      witnessed: WitnessedClaim(
        of: proof.checkpoint, policy: policy, events: head.size,
        times: PlausibleTimes(since: event.recorded, now: now)
      ).outcome)
  }
}
