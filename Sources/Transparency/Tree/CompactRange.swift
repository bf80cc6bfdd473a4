/// The state of a growing tree: the roots of its perfect subtrees, left to right.
///
/// An append hashes less than two nodes on average and at most one a level; everything needed to
/// prove anything later is handed out as it comes to be.
package struct CompactRange: Hashable, Sendable {
  /// The number of leaves.
  package private(set) var size: UInt64

  /// The hash of each node of `MerkleNode.rightEdge(ofSize: size)`.
  package private(set) var hashes: [MerkleHash]

  /// The tree without leaves.
  package init() {
    size = 0
    hashes = []
  }

  /// The tree of this many leaves with this right edge.
  package init(size: UInt64, hashes: [MerkleHash]) throws(TreeError) {
    guard size <= TreeHead.greatestSize else { throw .sizeTooLarge(size) }
    guard hashes.count == size.nonzeroBitCount else {
      throw .wrongEdge(size: size, expected: size.nonzeroBitCount, found: hashes.count)
    }
    self.size = size
    self.hashes = hashes
  }

  /// The tree of this many leaves as a store has it.
  ///
  /// Check its head against the last checkpoint before anything is appended or signed.
  package init(size: UInt64, from nodes: some NodeReader) throws {
    guard size <= TreeHead.greatestSize else { throw TreeError.sizeTooLarge(size) }
    self.size = size
    self.hashes = try MerkleNode.rightEdge(ofSize: size).map(nodes.hash(at:))
  }

  /// The tree's size and root.
  ///
  /// The nodes above the right edge change with every append and are never stored.
  package var head: TreeHead {
    guard let last = hashes.last else { return .empty }
    let root = hashes.dropLast().reversed().reduce(last) { .node($1, $0) }
    return TreeHead(checkedSize: size, root: root)
  }

  /// Adds a leaf and answers the nodes that are now perfect: the leaf, then one a level above it.
  ///
  /// They are those of which the leaf is the last, at index `size` before it is added
  /// (`MerkleNode.lastLeaf`).
  @discardableResult
  package mutating func append(_ leaf: MerkleHash) throws(TreeError) -> [MerkleHash] {
    guard size < TreeHead.greatestSize else { throw .sizeTooLarge(size + 1) }
    // Each bit set at the low end of the size is a subtree that this leaf makes a larger one of.
    let merged = (~size).trailingZeroBitCount
    var nodes = [leaf]
    nodes.reserveCapacity(merged + 1)
    var hash = leaf
    for _ in 0..<merged {
      hash = .node(hashes.removeLast(), hash)
      nodes.append(hash)
    }
    hashes.append(hash)
    size += 1
    return nodes
  }
}

/// The state of a log in two values: how many leaves it has, and the hash over all of them.
package struct TreeHead: Hashable, Sendable {
  /// The most leaves a tree may have, 2^63 − 1.
  package static let greatestSize = DecimalNumber.greatest

  /// The head of the tree without leaves.
  package static let empty = TreeHead(checkedSize: 0, root: .emptyRoot)

  /// The number of leaves.
  package let size: UInt64

  /// The Merkle tree hash over all leaves.
  package let root: MerkleHash

  /// A head that can exist: no tree is larger than 2^63 − 1, and the empty one has one root.
  package init(size: UInt64, root: MerkleHash) throws(TreeError) {
    guard size <= Self.greatestSize else { throw .sizeTooLarge(size) }
    guard size > 0 || root == .emptyRoot else { throw .wrongEmptyRoot }
    self.init(checkedSize: size, root: root)
  }

  init(checkedSize size: UInt64, root: MerkleHash) {
    self.size = size
    self.root = root
  }
}
