/// Shows that a tree grew out of an older one by appending only (RFC 6962 §2.1.2).
package struct ConsistencyProof: Hashable, Sendable {
  /// The hashes of the subtrees that lead from the old root to the new one.
  package let hashes: [MerkleHash]

  /// A proof as read; only `verify` says whether it is valid.
  package init(hashes: [MerkleHash]) {
    self.hashes = hashes
  }

  /// Checks that the new head's tree begins with all leaves of the old one's, and throws if not.
  ///
  /// From an empty tree to a larger one every proof would do, so there is none to check: that is
  /// refused, and a caller that starts from nothing has to say so itself.
  package func verify(from old: TreeHead, to new: TreeHead) throws(ProofError) {
    guard old.size <= new.size else { throw .sizesReversed(old: old.size, new: new.size) }
    if old.size == new.size {
      guard hashes.isEmpty else { throw .wrongHashCount(expected: 0, found: hashes.count) }
      guard old.root == new.root else {
        throw .wrongRoot(expected: old.root, computed: new.root)
      }
      return
    }
    guard old.size > 0 else { throw .emptyOldTree }

    // The way runs up from the old tree's last perfect subtree; what is below it is in both trees.
    let last = old.size - 1
    let shift = old.size.trailingZeroBitCount
    let inner = (last ^ (new.size - 1)).bitLength - shift
    let border = (last >> UInt64(inner + shift)).nonzeroBitCount
    // Of a perfect old tree that subtree's hash is its root, and the proof omits it.
    let isPerfect = old.size.nonzeroBitCount == 1
    let expected = (isPerfect ? 0 : 1) + inner + border
    guard hashes.count == expected else {
      throw .wrongHashCount(expected: expected, found: hashes.count)
    }
    let seed = isPerfect ? old.root : hashes[0]
    let path = hashes.dropFirst(isPerfect ? 0 : 1)

    var oldHash = seed
    var newHash = seed
    for (level, sibling) in path.prefix(inner).enumerated() {
      if last >> UInt64(shift + level) & 1 == 1 {
        oldHash = .node(sibling, oldHash)
        newHash = .node(sibling, newHash)
      } else {
        newHash = .node(newHash, sibling)
      }
    }
    for sibling in path.dropFirst(inner) {
      oldHash = .node(sibling, oldHash)
      newHash = .node(sibling, newHash)
    }
    guard oldHash == old.root else { throw .wrongRoot(expected: old.root, computed: oldHash) }
    guard newHash == new.root else { throw .wrongRoot(expected: new.root, computed: newHash) }
  }
}

extension NodeReader {
  /// Proves that the log with `new` leaves grew out of the log with `old` leaves.
  package func consistencyProof(from old: UInt64, to new: UInt64) throws -> ConsistencyProof {
    guard new <= TreeHead.greatestSize else { throw TreeError.sizeTooLarge(new) }
    guard old <= new else { throw ProofError.sizesReversed(old: old, new: new) }
    guard old > 0 else { throw ProofError.emptyOldTree }
    var hashes: [MerkleHash] = []
    try appendSubproof(of: old, in: 0..<new, isOldTree: true, to: &hashes)
    return ConsistencyProof(hashes: hashes)
  }

  /// SUBPROOF(m, D[n], b) of RFC 6962 §2.1.2, in which `end` is the index at which the old tree
  /// ends.
  private func appendSubproof(
    of end: UInt64, in leaves: Range<UInt64>, isOldTree: Bool, to hashes: inout [MerkleHash]
  ) throws {
    if end == leaves.upperBound {
      if !isOldTree { hashes.append(try hash(over: leaves)) }
      return
    }
    let left = leaves.lowerBound..<leaves.middle
    let right = leaves.middle..<leaves.upperBound
    if end <= left.upperBound {
      try appendSubproof(of: end, in: left, isOldTree: isOldTree, to: &hashes)
      hashes.append(try hash(over: right))
    } else {
      try appendSubproof(of: end, in: right, isOldTree: false, to: &hashes)
      hashes.append(try hash(over: left))
    }
  }
}
