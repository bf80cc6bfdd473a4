/// Reads stored nodes; all that proofs need to know of a store.
package protocol NodeReader {
  /// The hash of a node, which is one of a tree that the store has in full.
  func hash(at node: MerkleNode) throws -> MerkleHash
}

extension NodeReader {
  /// The root of the log as it was when it had this many leaves.
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
  /// Where the RFC splits a range of at least two leaves.
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
