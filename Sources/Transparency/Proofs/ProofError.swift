package import Errors

/// Why a proof does not hold, or cannot be made.
package enum ProofError: StanceError, Hashable, Sendable {
  /// The tree has no leaf at this index.
  case leafOutsideTree(index: UInt64, size: UInt64)
  /// The tree that should be the older one is larger.
  case sizesReversed(old: UInt64, new: UInt64)
  /// Nothing can be inconsistent with a tree without leaves.
  case emptyOldTree
  /// A proof between these sizes has another number of hashes.
  case wrongHashCount(expected: Int, found: Int)
  /// The hashes lead to another root.
  case wrongRoot(expected: MerkleHash, computed: MerkleHash)

  package var kind: ErrorKind { .finding }
}

extension ProofError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .leafOutsideTree(let index, let size):
      "a tree of \(size) leaves has none at index \(index), counted from 0; "
        + "use a checkpoint made after the leaf was appended"
    case .sizesReversed(let old, let new):
      "a tree of \(new) leaves cannot have grown out of one of \(old); "
        + "swap the two, or suspect a log that was cut back"
    case .emptyOldTree:
      "consistency with a tree without leaves proves nothing; start from a later checkpoint"
    case .wrongHashCount(let expected, let found):
      "the proof has \(found) hashes, not \(expected); ask for the proof again"
    case .wrongRoot(let expected, let computed):
      "the proof leads to the root \(computed), but the tree's is \(expected); "
        + "the leaf, the proof or the log was changed"
    }
  }
}
