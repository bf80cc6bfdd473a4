import Errors
import EventLog
import Stances
import Transparency

/// What the verification of a whole log shows.
struct LogClaims {
  let verification: Verification
  /// The log's last checkpoint.
  let last: [UInt8]?
  /// The heads that were kept elsewhere, believed already.
  let kept: [KeptHead]
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
    guard head.size > 0 else {
      return .notShown("the signed head is of no events; sign one with 'stance checkpoint'")
    }
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
    let given = kept.filter { !$0.isRemembered }
    guard verification.isSound else {
      return given.isEmpty ? noKeptHead : damaged
    }
    if let other = verification.otherHistory.first { return .refuted(fork(from: other)) }
    if let later = verification.later.last { return .missed(olderCopy(than: later)) }
    guard let longest = given.max(by: { $0.head.size < $1.head.size }) else { return noKeptHead }
    guard longest.head.size > 0 else {
      return .notShown(
        "the checkpoint that you kept is of no events, and every log continues that; "
          + "keep a later one")
    }
    return .shown("the first \(longest.head.size) events match the checkpoint that you kept")
  }

  private var noKeptHead: VerificationReport.Outcome {
    .notShown(
      "no earlier checkpoint was given, and without one an older copy or a rebuilt log passes "
        + "too; give one with --since")
  }

  /// What is known of a log that does not lead to a head that its key signed.
  private func fork(from other: TreeHead) -> String {
    let own =
      switch lastSignedSize {
      case 0: "this log has no signed head of its own"
      case other.size...: "so was this log's own head of \(lastSignedSize)"
      default: "this log's own signed head covers only the first \(lastSignedSize)"
      }
    return "these are two histories of one log: a head of \(other.size) events was signed that are "
      + "not this log's first \(other.size), and \(own); keep this file, the copy with the other "
      + "history, and \(place(of: other)), which has that head: together they prove it"
  }

  /// What is known of a log that has fewer events than a head that its key signed.
  private func olderCopy(than later: TreeHead) -> String {
    "this is an older copy of the log, or it was cut back: a head of \(later.size) events was signed, "
      + "which is in \(place(of: later)), and here are \(verification.events); nothing in it is "
      + "wrong, and it can be read, but without the later events it cannot show that the later head "
      + "continues it; record in the newest copy"
  }

  private var lastSignedSize: UInt64 {
    last.flatMap { try? Checkpoint(text: SignedNote($0).text).head.size } ?? 0
  }

  private func place(of head: TreeHead) -> String {
    kept.first { $0.head == head }.map { "'\(printable($0.path))'" } ?? "the head that you kept"
  }
}

/// A signed head that was kept outside the log.
struct KeptHead {
  let head: TreeHead
  /// The file that has it.
  let path: String
  /// Whether this machine remembers it, as it does the last head that it signed itself.
  let isRemembered: Bool
}
