import Testing
import Transparency

@Suite("Nodes that are checked up to a root")
struct CheckedNodesTests {
  /// A store in which the node at one place was changed.
  private struct Changed: NodeReader {
    let log: MemoryLog
    let place: MerkleNode

    func hash(at node: MerkleNode) throws -> MerkleHash {
      let hash = try log.hash(at: node)
      return node == place ? try hash.flipping(bit: 9) : hash
    }
  }

  @Test("Every node of every tree is the one that is stored")
  func sound() throws {
    let log = try MemoryLog((0..<70).map { [UInt8($0)] })
    for size in UInt64(0)...70 {
      let checked = try CheckedNodes(log, under: log.head(ofSize: size))
      for node in nodes(ofSize: size) {
        #expect(try checked.hash(at: node) == log.hash(at: node))
      }
    }
  }

  @Test("A changed node is refused, and so is its neighbour, and no other node passes for it")
  func changed() throws {
    let log = try MemoryLog((0..<21).map { [UInt8($0)] })
    let head = try log.head(ofSize: 21)
    for place in nodes(ofSize: 21) {
      let changed = Changed(log: log, place: place)
      let isEdge = MerkleNode.rightEdge(ofSize: 21).contains(place)
      guard !isEdge else {
        #expect(throws: ProofError.self) { try CheckedNodes(changed, under: head) }
        continue
      }
      let neighbour = try #require(MerkleNode(level: place.level, index: place.index ^ 1))
      for node in [place, neighbour] {
        let checked = try CheckedNodes(changed, under: head)
        #expect(throws: ProofError.self) { try checked.hash(at: node) }
      }
    }
  }

  @Test("The hashes of a tile are those of the tree, all of them, at any width")
  func tiles() throws {
    let leaves = (0..<300).map { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let log = try MemoryLog(leaves)
    let hashes = leaves.map { MerkleHash.leaf($0) }
    let checked = try CheckedNodes(log, under: log.head(ofSize: 300))
    try checked.check(Array(hashes[..<256]), atLevel: 0, from: 0)
    try checked.check(Array(hashes[256...]), atLevel: 0, from: 256)
    for index in [0, 1, 254, 255] {
      var changed = Array(hashes[..<256])
      changed[index] = try changed[index].flipping(bit: 0)
      #expect(throws: ProofError.self) { try checked.check(changed, atLevel: 0, from: 0) }
    }
    #expect(throws: ProofError.self) {
      try checked.check(Array(hashes[256...]), atLevel: 0, from: 0)
    }
    #expect(throws: ProofError.self) {
      try checked.check(Array(hashes[256...]) + [.emptyRoot], atLevel: 0, from: 256)
    }
  }

  @Test("What is outside the tree, and a head that is another's, are refused")
  func outside() throws {
    let log = try MemoryLog((0..<5).map { [UInt8($0)] })
    let checked = try CheckedNodes(log, under: log.head(ofSize: 4))
    let fifth = try #require(MerkleNode(level: 0, index: 4))
    #expect(throws: ProofError.leafOutsideTree(index: 4, size: 4)) { try checked.hash(at: fifth) }
    #expect(throws: ProofError.self) {
      try CheckedNodes(log, under: TreeHead(size: 4, root: .emptyRoot))
    }
  }

  private func nodes(ofSize size: UInt64) -> [MerkleNode] {
    (0..<7).flatMap { level in
      (0..<size >> UInt64(level)).compactMap { MerkleNode(level: level, index: $0) }
    }
  }
}
