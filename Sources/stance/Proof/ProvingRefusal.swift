import Stances

/// Why something cannot be proven or checked as it is asked.
enum ProvingRefusal: Error, Hashable {
  case noKey
  case neverSigned
  case notSignedYet(position: Int64)
  case badCheckpoint(path: String, reason: String)
  case badProof(path: String, reason: String)
  case badStamp(path: String, reason: String)
  case nothingAsked
}

extension ProvingRefusal: CustomStringConvertible {
  var description: String {
    switch self {
    case .noKey: "no key to check signatures with; give the log's public key with --key"
    case .neverSigned: "no head of this log was signed yet; sign it with 'stance checkpoint'"
    case .notSignedYet(let position):
      "no signed head covers position \(position) yet; sign one with 'stance checkpoint'"
    case .badCheckpoint(let path, let reason):
      "\(printable(path)) is no checkpoint of this log: \(reason)"
    case .badProof(let path, let reason):
      "\(printable(path)) is no proof: \(reason)"
    case .badStamp(let path, let reason):
      "\(printable(path)) is not taken in: \(reason)"
    case .nothingAsked: "name the event to prove, or a kept checkpoint with --since"
    }
  }
}
