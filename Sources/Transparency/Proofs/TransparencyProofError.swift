package import Errors

/// Why a `.tlog-proof` file is malformed, or proves nothing.
package enum TransparencyProofError: StanceError, Hashable, Sendable {
  /// The first line is not the format's.
  case notAProof
  /// The extra data is empty or not in base 64.
  case badExtra
  /// The line with the leaf's index is missing or malformed.
  case badIndex
  /// The lines with the proof's hashes are malformed.
  case badHashes(HashLinesError)
  /// Nothing follows the proof's hashes.
  case missingCheckpoint
  /// The checkpoint is not believed.
  case checkpoint(SignedCheckpointError)
  /// The leaf is not in the checkpoint's tree.
  case inclusion(ProofError)

  package var kind: ErrorKind {
    switch self {
    case .notAProof, .badExtra, .badIndex, .badHashes, .missingCheckpoint: .badData
    case .checkpoint(let refusal): refusal.kind
    case .inclusion(let refusal): refusal.kind
    }
  }
}

extension TransparencyProofError: CustomStringConvertible {
  package var description: String {
    let advice = "take the file as it was written"
    return switch self {
    case .notAProof: "the file does not start with 'c2sp.org/tlog-proof@v1'; \(advice)"
    case .badExtra: "the line 'extra' is not base 64; \(advice)"
    case .badIndex: "the line 'index' with the leaf's position is missing or malformed; \(advice)"
    case .badHashes(let refusal): "\(refusal)"
    case .missingCheckpoint: "no checkpoint follows the proof; \(advice)"
    case .checkpoint(let refusal): "\(refusal)"
    case .inclusion(let refusal): "\(refusal)"
    }
  }
}
