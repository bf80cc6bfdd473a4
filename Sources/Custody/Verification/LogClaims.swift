import EventLog
import Transparency

/// What the verification of a whole log shows.
struct LogClaims {
  let verification: Verification
  /// The log's last checkpoint.
  let last: [UInt8]?
  /// The checkpoints that were kept elsewhere, believed already.
  let kept: [SignedCheckpoint]
  let policy: CheckpointPolicy?
  /// What cosignatures show; nil if the log is not sound, or its key is not known.
  let witnessed: WitnessedClaim?
  /// Whether a policy was given that asks witnesses to have cosigned.
  let asksQuorum: Bool

  var report: VerificationReport {
    guard let last else { return unsigned(neverSigned) }
    guard let policy else {
      return unsigned("the log's public key is not known here; give it with --key")
    }
    guard verification.keys.contains(policy.log) else {
      return refuted("the log never named the key \(policy.log.text)")
    }
    do {
      let signed = try CheckpointFile.opened(
        last, policy: policy.ofLogAlone, keys: verification.keys)
      return VerificationReport(
        intact: intact(signed), sameHistory: sameHistory, witnessed: witnessed?.outcome ?? damaged)
    } catch {
      return refuted("\(error)")
    }
  }

  private var neverSigned: String {
    verification.keys.current == nil
      ? "no head has been signed yet; sign one with 'stance checkpoint'"
      : "the log names its key but has no signed head, so none of its events are signed or "
        + "witnessed; sign one with 'stance checkpoint'"
  }

  private func refuted(_ reason: String) -> VerificationReport {
    var report = unsigned("")
    report.intact = .refuted(reason)
    return report
  }

  private func unsigned(_ reason: String) -> VerificationReport {
    VerificationReport(
      intact: verification.isSound ? .notShown(reason) : damaged, sameHistory: sameHistory,
      witnessed: asksQuorum
        ? .missed(
          "without a signed head there is nothing to witness, but the policy requires a quorum")
        : .notShown("without a signed head there is nothing to witness"))
  }

  private func intact(_ signed: SignedCheckpoint) -> VerificationReport.Outcome {
    guard verification.isSound else { return damaged }
    let head = signed.checkpoint.head
    let tail = UInt64(verification.events) - head.size
    return .shown(
      "the first \(head.size) events rebuild the root that \(signed.checkpoint.origin) signed; "
        + "unsigned: the last \(tail)\(unfinishedRotation(after: head.size))")
  }

  /// Says if the last key was named, and the head that hands over to it was never signed.
  private func unfinishedRotation(after size: UInt64) -> String {
    guard let named = verification.keys.links.last, named.firstSize > size else { return "" }
    return "; the key named at \(named.firstSize) has not signed yet: "
      + "run 'stance key rotate' again"
  }

  private var damaged: VerificationReport.Outcome {
    let first = verification.findings.compactMap(\.position).min()
    return .refuted(first.map { "the first error is at position \($0)" } ?? "the file is damaged")
  }

  private var sameHistory: VerificationReport.Outcome {
    guard let longest = kept.max(by: { $0.checkpoint.head.size < $1.checkpoint.head.size }) else {
      return .notShown(
        "no earlier checkpoint was given, and without one an older copy or a rebuilt log passes "
          + "too; give one with --since")
    }
    guard verification.isSound else { return damaged }
    return .shown(
      "the first \(longest.checkpoint.head.size) events match the checkpoint that you kept")
  }
}
