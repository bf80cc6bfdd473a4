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
