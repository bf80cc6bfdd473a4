package import Errors
import Stances
import Transparency

/// What is wrong with a published log.
package enum FollowError: StanceError, Hashable {
  /// The head is not signed by the log's key.
  case notSigned(reason: String)
  /// The head covers fewer events than one that was seen earlier.
  case shrunken(from: UInt64, to: UInt64)
  /// The head does not continue the one that was seen earlier.
  case fork(from: UInt64, to: UInt64)
  /// A file that the head implies is missing.
  case missing(String)
  /// A tile or bundle cannot be read.
  case badTile(String, reason: String)
  /// The tiles do not lead to the root of the head.
  case otherRoot(size: UInt64)
  /// An entry is not the one under the signed root.
  case changedEntry(position: UInt64, bundle: String)
  /// An entry is under the signed root and is not an event.
  case unreadable(position: UInt64, reason: String)

  package var kind: ErrorKind { .finding }

  /// The finding, with the files that prove it.
  package struct KeptError: StanceError, CustomStringConvertible {
    let finding: FollowError
    let place: String
    /// What was kept, and of what was kept earlier that which it contradicts.
    package let evidence: [String]

    package var kind: ErrorKind { finding.kind }

    package var description: String {
      let files = evidence.map { "'\(printable($0))'" }.joined(separator: " and ")
      return "\(printable(place)): \(finding)"
        + (evidence.isEmpty ? "" : "; the evidence is in \(files): keep it")
    }
  }
}

extension FollowError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notSigned(let reason):
      "its head is not signed by the key that was given: \(reason)"
    case .shrunken(let old, let new):
      "its head is of \(new) events, and an earlier one was of \(old): it shows an older state, or "
        + "was cut back; look again later, and ask its owner if it stays"
    case .fork(let old, let new) where old == new:
      "its key signed two roots for \(new) events: this is another history than the one that was "
        + "shown earlier"
    case .fork(let old, let new):
      "its head of \(new) events does not continue the one of \(old) that was seen earlier, and its "
        + "key signed both: this is another history than the one that was shown earlier"
    case .missing(let path):
      "its head covers '\(path)', and there is no such file; look again later"
    case .badTile(let path, let reason):
      "'\(path)' cannot be read: \(reason)"
    case .otherRoot(let size):
      "its tiles do not lead to the root of its head of \(size) events; they were changed, or belong "
        + "to another head"
    case .changedEntry(let position, let bundle):
      "the entry at \(position), in '\(bundle)', is not the one under the signed root"
    case .unreadable(let position, let reason):
      "the entry at \(position) is under the signed root and is not an event: \(printable(reason))"
    }
  }
}
