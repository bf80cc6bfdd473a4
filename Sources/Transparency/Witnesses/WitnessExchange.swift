package import Errors

/// What to ask one witness next for its cosignature of a checkpoint, by what it answered.
///
/// It knows nothing about networks: its caller sends the requests and passes in the answers.
///
///     var exchange = WitnessExchange(of: signed, with: witness, startingAt: 0)
///     repeat { answer = try await post(exchange.request(proof: log.consistencyProof).body) }
///     while try exchange.take(status: answer.status, body: answer.body) == nil
package struct WitnessExchange: Sendable {
  private let checkpoint: SignedCheckpoint
  private let witness: VerifierKey
  /// The size that the witness is thought to have cosigned last.
  private var oldSize: UInt64
  private var asked = 0

  /// How often a witness is asked: its last size may change under us, but not without end.
  package static let greatestRequestCount = 4

  /// - Parameters:
  ///   - checkpoint: what is to be cosigned.
  ///   - witness: the witness's key; what others sign is not taken.
  ///   - oldSize: the size that it cosigned last as far as is known, else 0.
  package init(
    of checkpoint: SignedCheckpoint, with witness: VerifierKey, startingAt oldSize: UInt64
  ) {
    self.checkpoint = checkpoint
    self.witness = witness
    self.oldSize = min(oldSize, checkpoint.checkpoint.head.size)
  }

  /// What to send now.
  ///
  /// - Parameter proof: proves that the tree of the second size grew out of that of the first.
  /// - Returns: the request.
  /// - Throws: what `proof` throws.
  package mutating func request(
    proof: (UInt64, UInt64) throws -> ConsistencyProof
  ) throws -> AddCheckpointRequest {
    asked += 1
    let size = checkpoint.checkpoint.head.size
    // From nothing and from itself a tree needs no proof.
    let isTrivial = oldSize == 0 || oldSize == size
    return try AddCheckpointRequest(
      oldSize: oldSize,
      proof: isTrivial ? ConsistencyProof(hashes: []) : proof(oldSize, size),
      checkpoint: checkpoint.note)
  }

  /// Takes in the witness's answer.
  ///
  /// Returns the cosignatures, which have been verified; nil if the witness knows another size
  /// and is to be asked again.
  package mutating func take(
    status: Int, body: some Collection<UInt8>
  ) throws(WitnessExchangeError) -> [NoteSignature]? {
    let answer: WitnessAnswer
    do throws(WitnessError) {
      answer = try WitnessAnswer(status: status, body: body)
    } catch {
      throw .malformed(error)
    }
    switch answer {
    case .cosigned(let signatures): return try verified(signatures)
    case .refused(let refusal): throw .refused(refusal)
    case .conflict(let size):
      let ours = checkpoint.checkpoint.head.size
      guard size <= ours else { throw .ahead(witness: size, log: ours) }
      guard size != oldSize else {
        // Between equal sizes only the root is left to differ.
        throw size == ours ? .otherRoot(size: size) : .unsteady
      }
      guard asked < Self.greatestRequestCount else { throw .unsteady }
      oldSize = size
      return nil
    }
  }

  /// The lines under the witness's key, all of which must be valid; others prove nothing here.
  private func verified(
    _ signatures: [NoteSignature]
  ) throws(WitnessExchangeError) -> [NoteSignature] {
    let own = signatures.filter(witness.made)
    guard !own.isEmpty else { throw .notByWitness(signatures.map(\.name)) }
    guard own.allSatisfy({ witness.verifies($0.bytes, over: checkpoint.note.text) }) else {
      throw .wrongSignature
    }
    return own
  }
}

/// Why a witness was asked for a cosignature and none could be taken from it.
package enum WitnessExchangeError: StanceError, Hashable, Sendable {
  /// The witness cosigned a larger head of this log than the one that it is asked to cosign.
  case ahead(witness: UInt64, log: UInt64)
  /// The witness cosigned a different root for this size.
  case otherRoot(size: UInt64)
  /// The witness will not cosign.
  case refused(WitnessAnswer.Refusal)
  /// The answer is not one that the protocol has.
  case malformed(WitnessError)
  /// The witness answers with signatures of others only.
  case notByWitness([KeyName])
  /// What is under the witness's key is not its signature of this checkpoint.
  case wrongSignature
  /// The witness names a different last size each time, or the one that it was just asked from.
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
        + "\(log): this is an older copy, or another copy was signed; continue with the newest one"
    case .otherRoot(let size):
      "the witness cosigned another root for \(size) events: the log was forked; "
        + "keep this log and the checkpoint that the witness keeps, they prove it"
    case .refused(let refusal): "\(refusal)"
    case .malformed(let refusal): "\(refusal)"
    case .notByWitness(let names):
      "the answer is signed by \(names.map(\.description).joined(separator: ", ")), "
        + "not by the key that was given; check the witness's key and URL"
    case .wrongSignature:
      "the witness's signature is not valid for this checkpoint and was not kept"
    case .unsteady:
      "the witness names a different last size each time; try again when no one else is asking it"
    }
  }
}
