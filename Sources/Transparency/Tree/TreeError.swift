package import Errors

/// Why something is not the state of a tree.
package enum TreeError: StanceError, Hashable, Sendable {
  /// More leaves than 2^63 − 1.
  case sizeTooLarge(UInt64)
  /// A tree without leaves has another root than SHA-256 of nothing.
  case wrongEmptyRoot
  /// The right edge has more or fewer hashes than a tree of this size.
  case wrongEdge(size: UInt64, expected: Int, found: Int)

  package var kind: ErrorKind { .badData }
}

extension TreeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sizeTooLarge(let size):
      "a tree cannot have \(size) leaves; the greatest size is \(TreeHead.greatestSize)"
    case .wrongEmptyRoot:
      "the root of a tree without leaves must be \(MerkleHash.emptyRoot); "
        + "do not trust the source of this head"
    case .wrongEdge(let size, let expected, let found):
      "the right edge of \(size) leaves has \(expected) hashes, not \(found); "
        + "read the stored nodes again, or rebuild them from the leaves"
    }
  }
}
