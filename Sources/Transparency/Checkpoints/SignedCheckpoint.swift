package import Errors

/// A checkpoint whose signatures were verified; the only place to take a log's head from.
package struct SignedCheckpoint: Hashable, Sendable {
  /// What the log claims.
  package let checkpoint: Checkpoint

  /// The witnesses of the policy that saw this head as the log's largest, and when.
  package let witnessed: [WitnessedTime]

  /// The note, to be kept or passed on byte for byte.
  package let note: SignedNote

  /// Opens a signed checkpoint: verifies first, then reads, then checks it against the policy.
  package init(
    _ bytes: some Collection<UInt8>, policy: CheckpointPolicy
  ) throws(SignedCheckpointError) {
    let verified: VerifiedNote
    do throws(NoteError) {
      note = try SignedNote(bytes)
      verified = try note.verified(by: [policy.log] + policy.witnesses)
    } catch {
      throw .note(error)
    }
    guard verified.verified.contains(where: { $0.key == policy.log }) else {
      throw .notSignedByLog(policy.log.name)
    }
    do throws(CheckpointError) {
      checkpoint = try Checkpoint(text: verified.text)
    } catch {
      throw .checkpoint(error)
    }
    guard checkpoint.origin == policy.origin else {
      throw .wrongOrigin(found: checkpoint.origin, expected: policy.origin)
    }
    witnessed = verified.verified.compactMap(WitnessedTime.init)
    guard policy.quorum.isMet(by: Set(witnessed.map(\.witness))) else {
      throw .quorumMissed(found: witnessed.count)
    }
  }
}

/// Why a signed checkpoint is not believed.
package enum SignedCheckpointError: StanceError, Hashable, Sendable {
  /// It is not a note, or a known key's signature is invalid.
  case note(NoteError)
  /// The log's own signature is missing.
  case notSignedByLog(KeyName)
  /// The signed text is not a checkpoint.
  case checkpoint(CheckpointError)
  /// It is of another log.
  case wrongOrigin(found: Origin, expected: Origin)
  /// Those of the witnesses that cosigned it are not enough.
  case quorumMissed(found: Int)

  package var kind: ErrorKind {
    switch self {
    case .note(let refusal): refusal.kind
    case .checkpoint(let refusal): refusal.kind
    case .notSignedByLog, .wrongOrigin: .badData
    case .quorumMissed: .finding
    }
  }
}

extension SignedCheckpointError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .note(let refusal): "\(refusal)"
    case .checkpoint(let refusal): "\(refusal)"
    case .notSignedByLog(let name):
      "the checkpoint has no signature of \(name); ask the log for one, or give the right key"
    case .wrongOrigin(let found, let expected):
      "this is a checkpoint of \(found), not of \(expected); give that log's own"
    case .quorumMissed(let found):
      "\(found) of the policy's witnesses cosigned, which is not its quorum; "
        + "ask for the checkpoint again later"
    }
  }
}
