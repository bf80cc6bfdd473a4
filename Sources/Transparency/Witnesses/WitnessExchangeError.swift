package import Errors

/// Why a witness was asked for a cosignature and none could be taken from it.
package enum WitnessExchangeError: StanceError, Hashable, Sendable {
  /// The witness cosigned a larger head of this log than the one that it is asked to cosign.
  case ahead(witness: UInt64, log: UInt64)
  /// The witness cosigned another root for this size.
  case otherRoot(size: UInt64)
  /// The witness will not cosign.
  case refused(WitnessAnswer.Refusal)
  /// The answer is none that the protocol has.
  case malformed(WitnessError)
  /// The witness answers with signatures of others only.
  case notByWitness([KeyName])
  /// What is under the witness's key is not its signature of this checkpoint.
  case wrongSignature
  /// The witness names another last size each time, or one that it was just asked from.
  case unsteady

  /// Whether it shows that the witness saw another history of the log.
  package var showsOtherHistory: Bool {
    switch self {
    case .ahead, .otherRoot, .refused(.inconsistent): true
    case .refused, .malformed, .notByWitness, .wrongSignature, .unsteady: false
    }
  }

  package var kind: ErrorKind {
    switch self {
    case .ahead, .otherRoot, .refused(.inconsistent): .finding
    case .refused(.untrustedSignature): .noPermission
    case .refused(.unknownOrigin): .notFound
    case .malformed(let refusal): refusal.kind
    case .unsteady: .busy
    case .refused(.badRequest), .notByWitness, .wrongSignature: .badData
    }
  }
}

extension WitnessExchangeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .ahead(let witness, let log):
      "the witness cosigned a head of \(witness) events, and this log's last signed head has "
        + "\(log): this is an older copy, or another copy was signed; go on with the newest one"
    case .otherRoot(let size):
      "the witness cosigned another root for \(size) events: the log was forked; "
        + "keep this log and the checkpoint that the witness keeps, they prove it"
    case .refused(let refusal): "\(refusal)"
    case .malformed(let refusal): "\(refusal)"
    case .notByWitness(let names):
      "the answer is signed by \(names.map(\.description).joined(separator: ", ")), "
        + "not by the key that was given; check the witness's key and URL"
    case .wrongSignature:
      "the witness's signature does not hold for this checkpoint; it was not taken"
    case .unsteady:
      "the witness names a different last size each time; try again when no one else is asking it"
    }
  }
}
