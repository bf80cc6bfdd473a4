/// Why a message between a log and a witness is malformed.
package enum WitnessRefusal: Error, Hashable, Sendable {
  /// The request does not start with `old` and a size.
  case badOldSize
  /// A line of the proof is no hash.
  case badHash
  /// The proof has more than 63 hashes.
  case tooManyHashes
  /// No checkpoint follows the proof after an empty line.
  case missingCheckpoint
  /// The answer to a conflict is not a size and a newline.
  case badSizeAnswer
  /// The answer to a success is no list of signature lines.
  case badCosignature(NoteRefusal)
  /// An HTTP status that the protocol does not have.
  case unknownStatus(Int)
}

extension WitnessRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .badOldSize: "the request must start with 'old' and a size, as in 'old 0'"
    case .badHash: "a line of the proof is not a hash in base 64; make the proof again"
    case .tooManyHashes:
      "a request carries at most \(AddCheckpointRequest.greatestHashCount) hashes; "
        + "make the proof again"
    case .missingCheckpoint: "no checkpoint follows the proof; put an empty line before it"
    case .badSizeAnswer: "the witness's conflict names no size; check that the URL is a witness's"
    case .badCosignature(let refusal): "the witness's answer is no cosignature: \(refusal)"
    case .unknownStatus(let status):
      "the witness answered with status \(status); try again later, or check the URL"
    }
  }
}
