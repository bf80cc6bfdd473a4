package import Errors

/// Proves that a leaf is at an index of a tree (RFC 6962 §2.1.1).
package struct InclusionProof: Hashable, Sendable {
  /// The leaf's position, from 0.
  package let index: UInt64

  /// The hashes beside the way from the leaf to the root, the leaf's sibling first.
  package let hashes: [MerkleHash]

  /// A proof as read; only `verify` says whether it is valid.
  package init(index: UInt64, hashes: [MerkleHash]) {
    self.index = index
    self.hashes = hashes
  }

  /// Checks that the tree of this head has this leaf hash at the index, and throws if not.
  package func verify(_ leaf: MerkleHash, in head: TreeHead) throws(ProofError) {
    guard index < head.size else { throw .leafOutsideTree(index: index, size: head.size) }
    // Below `inner` the way turns left and right; above, it runs along the tree's right border.
    let inner = (index ^ (head.size - 1)).bitLength
    let border = (index >> UInt64(inner)).nonzeroBitCount
    // Counting first keeps padded and truncated proofs from being hashed at all.
    guard hashes.count == inner + border else {
      throw .wrongHashCount(expected: inner + border, found: hashes.count)
    }
    var hash = leaf
    for (level, sibling) in hashes.prefix(inner).enumerated() {
      let isLeft = index >> UInt64(level) & 1 == 0
      hash = isLeft ? .node(hash, sibling) : .node(sibling, hash)
    }
    for sibling in hashes.dropFirst(inner) {
      hash = .node(sibling, hash)
    }
    guard hash == head.root else { throw .wrongRoot(expected: head.root, computed: hash) }
  }
}

extension NodeReader {
  /// Proves that the leaf at an index is in the log of this many leaves.
  package func inclusionProof(of index: UInt64, inSize size: UInt64) throws -> InclusionProof {
    guard size <= TreeHead.greatestSize else { throw TreeError.sizeTooLarge(size) }
    guard index < size else { throw ProofError.leafOutsideTree(index: index, size: size) }
    var hashes: [MerkleHash] = []
    try appendPath(to: index, in: 0..<size, to: &hashes)
    return InclusionProof(index: index, hashes: hashes)
  }

  /// PATH(m, D[n]) of RFC 6962 §2.1.1.
  func appendPath(
    to index: UInt64, in leaves: Range<UInt64>, to hashes: inout [MerkleHash]
  ) throws {
    if leaves.count == 1 { return }
    let left = leaves.lowerBound..<leaves.middle
    let right = leaves.middle..<leaves.upperBound
    if left.contains(index) {
      try appendPath(to: index, in: left, to: &hashes)
      hashes.append(try hash(over: right))
    } else {
      try appendPath(to: index, in: right, to: &hashes)
      hashes.append(try hash(over: left))
    }
  }
}

/// Why a proof is not valid, or cannot be made.
package enum ProofError: StanceError, Hashable, Sendable {
  /// The tree has no leaf at this index.
  case leafOutsideTree(index: UInt64, size: UInt64)
  /// The tree that should be the older one is larger.
  case sizesReversed(old: UInt64, new: UInt64)
  /// Nothing can be inconsistent with a tree without leaves.
  case emptyOldTree
  /// A proof between these sizes has a different number of hashes.
  case wrongHashCount(expected: Int, found: Int)
  /// The hashes lead to a different root.
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
        + "swap the two, or suspect a truncated log"
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
