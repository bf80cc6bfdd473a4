package import Errors
package import Transparency

/// Why a log is not the continuation of what was signed of it.
package enum HistoryError: StanceError, Hashable, Sendable {
  /// The log holds fewer events than a head that was signed.
  case cutBack(signed: UInt64, found: UInt64)
  /// The events that a signed head covers are not those that the log holds.
  case rewritten(size: UInt64)
  /// A checkpoint that was signed before is not of this log and key.
  case foreignCheckpoint(SignedCheckpointError)

  package var kind: ErrorKind { .finding }
}

extension HistoryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cutBack(let signed, let found):
      "a head of \(signed) events was signed, but this log has \(found): "
        + "it is an older copy; go on with the newest one"
    case .rewritten(let size):
      "the first \(size) events are not those whose head was signed: "
        + "this is another copy or a changed one; run 'stance verify' and find the right one"
    case .foreignCheckpoint(let refusal):
      "the checkpoint signed last is not this key's: \(refusal)"
    }
  }
}
