import Transparency

/// A log in memory: what a store has to do, in the fewest lines.
struct MemoryLog: NodeReader {
  private(set) var range = CompactRange()
  /// By leaf, the nodes that came to be with it.
  private(set) var nodes: [[MerkleHash]] = []
  private(set) var leaves: [[UInt8]] = []

  init(_ leaves: [[UInt8]] = []) throws {
    for leaf in leaves { try append(leaf) }
  }

  mutating func append(_ leaf: [UInt8]) throws {
    nodes.append(try range.append(.leaf(leaf)))
    leaves.append(leaf)
  }

  func hash(at node: MerkleNode) throws -> MerkleHash {
    guard node.lastLeaf < nodes.count else { throw NotStored(node: node) }
    return nodes[Int(node.lastLeaf)][node.level]
  }

  func head(ofSize size: UInt64) throws -> TreeHead {
    try TreeHead(size: size, root: root(ofSize: size))
  }

  struct NotStored: Error {
    let node: MerkleNode
  }
}

extension MerkleHash {
  /// The hash with one of its 256 bits flipped.
  func flipping(bit: Int) throws -> MerkleHash {
    try MerkleHash(bytes.flipping(bit: bit))
  }
}

extension [UInt8] {
  /// The bytes with one bit flipped.
  func flipping(bit: Int) -> [UInt8] {
    var copy = self
    copy[bit / 8] ^= 1 << UInt8(bit % 8)
    return copy
  }
}
