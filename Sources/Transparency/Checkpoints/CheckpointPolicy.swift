/// What a checkpoint must carry to be believed: the log's signature and enough cosignatures.
package struct CheckpointPolicy: Hashable, Sendable {
  /// The log.
  package let origin: Origin
  /// The key that the log signs with.
  package let log: VerifierKey
  /// The witnesses whose cosignatures count.
  package let witnesses: [VerifierKey]
  /// How many of them must have cosigned.
  package let quorum: Int

  /// A policy that can be met, and that counts every witness once.
  ///
  /// Cosignatures do not name their signer, so one key under two names would count twice.
  package init(
    origin: Origin? = nil, log: VerifierKey, witnesses: [VerifierKey] = [], quorum: Int = 0
  ) throws(PolicyRefusal) {
    guard log.type == .ed25519 else { throw .notALogKey(log.name) }
    var seen: Set<Ed25519PublicKey> = []
    for witness in witnesses {
      guard witness.type == .cosignature else { throw .notAWitnessKey(witness.name) }
      guard seen.insert(witness.publicKey).inserted else { throw .repeatedWitness(witness.name) }
    }
    guard 0...witnesses.count ~= quorum else {
      throw .impossibleQuorum(quorum, witnesses: witnesses.count)
    }
    self.origin = origin ?? Origin(log.name)
    self.log = log
    self.witnesses = witnesses
    self.quorum = quorum
  }
}

extension CheckpointPolicy {
  /// The policy with another key of the same log.
  package func signing(by key: VerifierKey) throws(PolicyRefusal) -> CheckpointPolicy {
    try CheckpointPolicy(origin: origin, log: key, witnesses: witnesses, quorum: quorum)
  }
}

/// Why a policy cannot be what was meant.
package enum PolicyRefusal: Error, Hashable, Sendable {
  /// The log's key makes other signatures than those of logs.
  case notALogKey(KeyName)
  /// A witness's key makes no cosignatures.
  case notAWitnessKey(KeyName)
  /// A witness's key is there twice, perhaps under two names.
  case repeatedWitness(KeyName)
  /// The quorum is negative or more than there are witnesses.
  case impossibleQuorum(Int, witnesses: Int)
}

extension PolicyRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notALogKey(let name):
      "the key of \(name) is no log key; give the key that the log publishes (type 1)"
    case .notAWitnessKey(let name):
      "the key of \(name) is no witness key; give its cosignature key (type 4)"
    case .repeatedWitness(let name):
      "the witness key of \(name) is given twice; give each key once"
    case .impossibleQuorum(let quorum, let witnesses):
      "\(quorum) of \(witnesses) witnesses cannot be; ask for 0 to \(witnesses)"
    }
  }
}
