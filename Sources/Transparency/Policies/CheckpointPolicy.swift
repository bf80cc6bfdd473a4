package import Errors

/// What a checkpoint must carry to be believed: the log's signature and enough cosignatures.
package struct CheckpointPolicy: Hashable, Sendable {
  /// The log.
  package let origin: Origin
  /// The key that the log signs with.
  package let log: VerifierKey
  /// The witnesses whose cosignatures count.
  package let witnesses: [VerifierKey]
  /// Which of them must have cosigned.
  package let quorum: Quorum

  /// A policy that can be met, and that counts every witness once.
  ///
  /// Cosignatures do not name their signer, so one key under two names would count twice.
  package init(
    origin: Origin? = nil, log: VerifierKey, witnesses: [VerifierKey] = [],
    quorum: Quorum = .none
  ) throws(PolicyError) {
    guard log.type == .ed25519 else { throw .notALogKey(log.name) }
    var seen: Set<Ed25519PublicKey> = []
    for witness in witnesses {
      guard witness.type == .cosignature else { throw .notAWitnessKey(witness.name) }
      guard witness.publicKey != log.publicKey else { throw .ownKeyAsWitness(witness.name) }
      guard seen.insert(witness.publicKey).inserted else { throw .repeatedWitness(witness.name) }
    }
    guard quorum.isPossible, Set(quorum.witnesses).isSubset(of: witnesses) else {
      throw .impossibleQuorum
    }
    self.init(
      origin: origin ?? Origin(log.name), checkedLog: log, witnesses: witnesses, quorum: quorum)
  }

  private init(
    origin: Origin, checkedLog log: VerifierKey, witnesses: [VerifierKey], quorum: Quorum
  ) {
    self.origin = origin
    self.log = log
    self.witnesses = witnesses
    self.quorum = quorum
  }

  /// The same log and witnesses, of which none must have cosigned.
  ///
  /// For callers that report what was cosigned instead of refusing what was not.
  package var askingNoQuorum: CheckpointPolicy {
    CheckpointPolicy(origin: origin, checkedLog: log, witnesses: witnesses, quorum: .none)
  }

  /// Only the log's signature, whatever witnesses say.
  package var ofLogAlone: CheckpointPolicy {
    CheckpointPolicy(origin: origin, checkedLog: log, witnesses: [], quorum: .none)
  }
}

extension CheckpointPolicy {
  /// The policy with another key of the same log.
  package func signing(by key: VerifierKey) throws(PolicyError) -> CheckpointPolicy {
    try CheckpointPolicy(origin: origin, log: key, witnesses: witnesses, quorum: quorum)
  }
}

/// Why a policy cannot be what was meant.
package enum PolicyError: StanceError, Hashable, Sendable {
  /// The log's key makes other signatures than those of logs.
  case notALogKey(KeyName)
  /// A witness's key makes no cosignatures.
  case notAWitnessKey(KeyName)
  /// A witness's key is given twice, perhaps under two names.
  case repeatedWitness(KeyName)
  /// A witness's key is the log's own: who signs the log cannot vouch for it.
  case ownKeyAsWitness(KeyName)
  /// The quorum asks for more than there is, or for witnesses that are not the policy's.
  case impossibleQuorum

  package var kind: ErrorKind { .usage }
}

extension PolicyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notALogKey(let name):
      "the key of \(name) is not a log key; give the key that the log publishes (type 1)"
    case .notAWitnessKey(let name):
      "the key of \(name) is not a witness key; give its cosignature key (type 4)"
    case .repeatedWitness(let name):
      "the witness key of \(name) is given twice; give each key once"
    case .ownKeyAsWitness(let name):
      "the witness key of \(name) is the log's own key, and a log is no witness of itself; "
        + "remove it, and name witnesses that others run"
    case .impossibleQuorum:
      "the quorum can never be met; ask for no more witnesses than the policy has"
    }
  }
}
