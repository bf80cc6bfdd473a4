package import Errors
package import Stances
package import Transparency

/// Why something cannot be proved or checked as requested.
package enum ProvingError: StanceError, Hashable {
  case noKey
  case neverSigned
  case notSignedYet(position: Position)
  case notWitnessedYet(position: Position)
  case handoverNotWitnessed(position: Position)
  case neverStamped
  case notStampedYet(position: Position)
  case unlistedLog(path: String)
  case noWitnessToAsk(path: String)
  case badPolicy(path: String, TrustPolicyError)
  case badCheckpoint(path: String, reason: String)
  case badProof(path: String, reason: String)
  case badStamp(path: String, reason: String)
  case nothingAsked

  package var kind: ErrorKind {
    switch self {
    case .noKey, .nothingAsked: .usage
    case .neverSigned, .notSignedYet, .notWitnessedYet, .handoverNotWitnessed, .neverStamped,
      .notStampedYet:
      .notFound
    case .badCheckpoint, .badProof, .badStamp, .badPolicy, .unlistedLog, .noWitnessToAsk: .badData
    }
  }
}

extension ProvingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noKey: "no key to check signatures with; give the log's public key with --key"
    case .neverSigned: "no head of this log has been signed yet; sign it with 'stance checkpoint'"
    case .notSignedYet(let position):
      "no signed head covers position \(position) yet; sign one with 'stance checkpoint'"
    case .notWitnessedYet(let position):
      "no signed head that covers position \(position) has the policy's quorum yet; "
        + "ask the witnesses with 'stance cosign'"
    case .handoverNotWitnessed(let position):
      "the head in which both keys signed the change at \(position) has no quorum under the policy; "
        + "prove it without --policy"
    case .neverStamped:
      "this log has no time stamp yet; ask for one with 'stance anchor query'"
    case .notStampedYet(let position):
      "no time stamp of this log covers position \(position) yet; "
        + "ask for one with 'stance anchor query'"
    case .unlistedLog(let path):
      "the policy \(printable(path)) does not list this log's key; add a line 'log VKEY'"
    case .noWitnessToAsk(let path):
      "no witness in \(printable(path)) has a URL; write it after the witness's key"
    case .badPolicy(let path, let refusal):
      "\(printable(path)) is not a policy: \(refusal)"
    case .badCheckpoint(let path, let reason):
      "\(printable(path)) is not a checkpoint of this log: \(reason)"
    case .badProof(let path, let reason):
      "\(printable(path)) is not a proof: \(reason)"
    case .badStamp(let path, let reason):
      "\(printable(path)) is not accepted: \(reason)"
    case .nothingAsked: "name the event to prove, or a kept checkpoint with --since"
    }
  }
}
