/// The nodes of a store, each handed out only if it leads to the root of one head.
///
/// A node is checked from the root down: two nodes must hash to the one above them. What was checked
/// is remembered, so that many nodes take hardly more than two reads and a hash each.
package final class CheckedNodes<Nodes: NodeReader>: NodeReader {
  /// The head under which they are.
  package let head: TreeHead
  private let nodes: Nodes
  private var known: [MerkleNode: MerkleHash] = [:]

  /// - Throws: ``ProofError`` if the stored tree does not have this root.
  package init(_ nodes: Nodes, under head: TreeHead) throws {
    let edge = try CompactRange(size: head.size, from: nodes)
    guard edge.head == head else {
      throw ProofError.wrongRoot(expected: head.root, computed: edge.head.root)
    }
    self.nodes = nodes
    self.head = head
    for (node, hash) in zip(MerkleNode.rightEdge(ofSize: head.size), edge.hashes) {
      known[node] = hash
    }
  }

  /// - Throws: ``ProofError`` if the node is outside the tree, or does not lead to the root.
  package func hash(at node: MerkleNode) throws -> MerkleHash {
    if let hash = known[node] { return hash }
    guard node.lastLeaf < head.size else {
      throw ProofError.leafOutsideTree(index: node.lastLeaf, size: head.size)
    }
    let above = try hash(at: MerkleNode(checkedLevel: node.level + 1, index: node.index / 2))
    let sides = [node.index & ~1, node.index | 1].map {
      MerkleNode(checkedLevel: node.level, index: $0)
    }
    let hashes = try sides.map(nodes.hash(at:))
    let computed = MerkleHash.node(hashes[0], hashes[1])
    guard computed == above else { throw ProofError.wrongRoot(expected: above, computed: computed) }
    for (side, hash) in zip(sides, hashes) { known[side] = hash }
    return hashes[Int(node.index & 1)]
  }

  /// Checks that some hashes side by side are those of the tree, without looking at each in the
  /// store.
  ///
  /// - Parameters:
  ///   - hashes: nodes of one level.
  ///   - level: the level.
  ///   - first: the index of the first of them, at which a tile begins.
  /// - Throws: ``ProofError`` if they are not.
  package func check(_ hashes: [MerkleHash], atLevel level: Int, from first: UInt64) throws {
    var range = CompactRange()
    for hash in hashes { try range.append(hash) }
    var start = first
    let subtrees = MerkleNode.rightEdge(ofSize: range.size)
    for (subtree, hash) in zip(subtrees, range.hashes) {
      let node = MerkleNode(level: level + subtree.level, index: start >> UInt64(subtree.level))
      guard let node else { throw ProofError.leafOutsideTree(index: start, size: head.size) }
      let expected = try self.hash(at: node)
      guard hash == expected else { throw ProofError.wrongRoot(expected: expected, computed: hash) }
      start += 1 << UInt64(subtree.level)
    }
  }
}
