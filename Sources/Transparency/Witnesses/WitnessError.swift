package import Errors

/// Why a message between a log and a witness is malformed.
package enum WitnessError: StanceError, Hashable, Sendable {
  /// The request does not start with `old` and a size.
  case badOldSize
  /// The lines with the proof's hashes are malformed.
  case badHashes(HashLinesError)
  /// Nothing follows the proof's hashes.
  case missingCheckpoint
  /// The answer to a conflict is not a size and a newline.
  case badSizeAnswer
  /// The answer to a success is not a list of signature lines.
  case badCosignature(NoteError)
  /// An HTTP status that the protocol does not have.
  case unknownStatus(Int)

  package var kind: ErrorKind {
    switch self {
    case .unknownStatus(let status) where status == 429 || status >= 500: .busy
    case .badOldSize, .badHashes, .missingCheckpoint, .badSizeAnswer, .badCosignature,
      .unknownStatus:
      .badData
    }
  }
}

extension WitnessError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badOldSize: "the request must start with 'old' and a size, as in 'old 0'"
    case .badHashes(let refusal): "\(refusal)"
    case .missingCheckpoint: "no checkpoint follows the proof; send it in the same request"
    case .badSizeAnswer: "the witness's conflict names no size; check that the URL is a witness's"
    case .badCosignature(let refusal): "the witness's answer is not a cosignature: \(refusal)"
    case .unknownStatus(let status):
      "the witness answered with status \(status); try again later, or check the URL"
    }
  }
}
