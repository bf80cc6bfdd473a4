/// The place of a node that never changes: the root of a perfect subtree.
///
/// Node `index` of level `level` stands over the leaves from index·2^level to before
/// (index + 1)·2^level; level 0 is the leaves.
package struct MerkleNode: Hashable, Sendable {
  /// The height above the leaves.
  package let level: Int

  /// The position within the level, from the left.
  package let index: UInt64

  /// A place in a tree of at most 2^63 − 1 leaves, or nil where no such tree has it.
  package init?(level: Int, index: UInt64) {
    // index + 1 subtrees of 2^level leaves must fit.
    guard 0..<63 ~= level, index < TreeHead.greatestSize >> UInt64(level) else { return nil }
    self.init(checkedLevel: level, index: index)
  }

  init(checkedLevel level: Int, index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The node's number in the order in which an append-only store receives all nodes.
  ///
  /// A node comes right after the last leaf under it and the nodes between them. Before leaf x
  /// stand x leaves and ⌊x/2⌋ + ⌊x/4⌋ + … nodes above them, together 2x − popcount(x).
  /// Source: Crosby and Wallach 2009; `StoredHashIndex` of golang.org/x/mod/sumdb/tlog.
  package var storageIndex: UInt64 {
    let lastLeaf = (index + 1) << UInt64(level) - 1
    return Self.storedCount(forSize: lastLeaf) + UInt64(level)
  }

  /// The number of nodes stored for a tree of so many leaves, at most 2^63 − 1: below 2·size.
  package static func storedCount(forSize size: UInt64) -> UInt64 {
    2 * size - UInt64(size.nonzeroBitCount)
  }

  /// The roots of the perfect subtrees that a tree of so many leaves consists of, left to right.
  ///
  /// There is one for each bit set in the size, the highest first.
  package static func rightEdge(ofSize size: UInt64) -> [MerkleNode] {
    (0..<63).reversed().filter { size >> UInt64($0) & 1 == 1 }.map { level in
      MerkleNode(checkedLevel: level, index: size >> UInt64(level) - 1)
    }
  }
}
