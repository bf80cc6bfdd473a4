import EventLog
import Transparency

/// Asks one witness to cosign the last signed head of a log, and keeps what it signs.
struct WitnessVisit: Sendable {
  let witness: AskedWitness
  let log: EventLog
  let policy: CheckpointPolicy
  let client: WitnessClient

  /// The cosignature that is now kept, and how many events its head covers.
  struct Result: Hashable, Sendable {
    let size: UInt64
    let time: WitnessedTime
  }

  /// Asks and keeps.
  ///
  /// If the witness is ahead because the log has grown meanwhile, asks for the newer head.
  func run() async throws -> Result {
    while true {
      let signed = try lastSigned()
      do {
        return try await exchange(signed)
      } catch let refusal as WitnessExchangeError {
        guard case .ahead(let size, _) = refusal,
          try lastSigned().checkpoint.head.size >= size
        else { throw refusal }
      }
    }
  }

  private func exchange(_ signed: SignedCheckpoint) async throws -> Result {
    let size = signed.checkpoint.head.size
    var exchange = WitnessExchange(
      of: signed, with: witness.key, startingAt: try lastSize(upTo: size))
    while true {
      let request = try exchange.request { old, new in
        try log.read { try $0.consistencyProof(from: old, to: new) }
      }
      let answer = try await client.post(request.body, to: witness.address)
      guard let lines = try exchange.take(status: answer.status, body: answer.body) else {
        continue
      }
      try log.keep(lines, of: witness.key, atSize: size)
      let cosigned = try signed.note.adding(lines).bytes
      let believed = try CheckpointPolicy(
        origin: policy.origin, log: policy.log, witnesses: [witness.key],
        quorum: .witness(witness.key))
      return Result(
        size: size,
        time: try CheckpointFile.opened(cosigned, policy: believed, keys: keys()).witnessed[0])
    }
  }

  /// The last signed head, which the log must have grown out of.
  private func lastSigned() throws -> SignedCheckpoint {
    try log.read { log in
      guard let last = try log.lastCheckpoint() else { throw ProvingError.neverSigned }
      do {
        let signed = try CheckpointFile.opened(
          last.note.bytes, policy: policy.ofLogAlone, keys: log.keys())
        try log.check(grownFrom: signed.checkpoint.head)
        return signed
      } catch let refusal as SignedCheckpointError {
        throw HistoryError.foreignCheckpoint(refusal)
      }
    }
  }

  private func keys() throws -> KeyChain { try log.read { try $0.keys() } }

  /// The size that the witness cosigned last, as far as this log knows.
  private func lastSize(upTo size: UInt64) throws -> UInt64 {
    var last: UInt64 = 0
    try log.read { log in
      try log.forEachCosignedCheckpoint { stored in
        guard (try? stored.note.verified(by: [witness.key])) != nil else { return true }
        last = stored.checkpoint.head.size
        return false
      }
    }
    return min(last, size)
  }
}

/// A witness to ask, with what the user or the policy calls it.
struct AskedWitness: Hashable, Sendable {
  let name: String
  let key: VerifierKey
  let address: WitnessAddress
}
