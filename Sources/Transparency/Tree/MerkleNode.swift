package import Errors

/// The place of a node that never changes: the root of a perfect subtree.
///
/// Node `index` of level `level` covers the leaves from index·2^level to before
/// (index + 1)·2^level; level 0 is the leaves.
package struct MerkleNode: Hashable, Sendable {
  /// The height above the leaves.
  package let level: Int

  /// The position within the level, from the left.
  package let index: UInt64

  /// A place in a tree of at most 2^63 − 1 leaves, or nil if no such tree has it.
  package init?(level: Int, index: UInt64) {
    // index + 1 subtrees of 2^level leaves must fit.
    guard 0..<63 ~= level, index < TreeHead.greatestSize >> UInt64(level) else { return nil }
    self.init(checkedLevel: level, index: index)
  }

  init(checkedLevel level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The index of the last leaf under it: the leaf with which the node comes to be, and never
  /// changes again.
  package var lastLeaf: UInt64 {
    (index + 1) << UInt64(level) - 1
  }

  /// The roots of the perfect subtrees that a tree of this many leaves consists of, left to right.
  ///
  /// There is one for each bit set in the size, the highest first.
  package static func rightEdge(ofSize size: UInt64) -> [MerkleNode] {
    (0..<63).reversed().filter { size >> UInt64($0) & 1 == 1 }.map { level in
      MerkleNode(checkedLevel: level, index: size >> UInt64(level) - 1)
    }
  }
}

/// Reads stored nodes; all that proofs need to know of a store.
package protocol NodeReader {
  /// The hash of a node, which is one of a tree that the store has in full.
  func hash(at node: MerkleNode) throws -> MerkleHash
}

extension NodeReader {
  /// The root of the log when it had this many leaves.
  package func root(ofSize size: UInt64) throws -> MerkleHash {
    guard size <= TreeHead.greatestSize else { throw TreeError.sizeTooLarge(size) }
    return size == 0 ? .emptyRoot : try hash(over: 0..<size)
  }

  /// The Merkle tree hash over a range of leaves, MTH(D[a:b]) of RFC 6962 §2.1.
  ///
  /// The range must be one that the RFC's recursion reaches: not empty, and starting at a multiple
  /// of the power of two at or above its length. Then every perfect part of it is a stored node.
  func hash(over leaves: Range<UInt64>) throws -> MerkleHash {
    let count = leaves.upperBound - leaves.lowerBound
    if count.nonzeroBitCount == 1 {
      let level = count.trailingZeroBitCount
      return try hash(
        at: MerkleNode(checkedLevel: level, index: leaves.lowerBound >> UInt64(level)))
    }
    let middle = leaves.middle
    return .node(
      try hash(over: leaves.lowerBound..<middle), try hash(over: middle..<leaves.upperBound))
  }
}

extension Range<UInt64> {
  /// The index at which the RFC splits a range of at least two leaves.
  ///
  /// The left part has as many leaves as the largest power of two strictly below the length.
  var middle: UInt64 {
    let last = upperBound - lowerBound - 1
    return lowerBound + 1 << UInt64(last.bitLength - 1)
  }
}

extension UInt64 {
  /// The number of bits needed to write the number; none for 0.
  var bitLength: Int {
    bitWidth - leadingZeroBitCount
  }
}

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
