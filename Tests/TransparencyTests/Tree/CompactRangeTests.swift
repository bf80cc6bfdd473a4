import Testing
import Transparency

@Suite("A growing tree")
struct CompactRangeTests {
  @Test("A leaf answers the nodes that it completes, each once, from the leaf up")
  func completedNodes() throws {
    var range = CompactRange()
    var seen: Set<MerkleNode> = []
    for leaf in 0..<UInt64(1000) {
      let hash = MerkleHash.leaf([UInt8(leaf & 255), UInt8(leaf >> 8)])
      let nodes = try range.append(hash)
      #expect(nodes.first == hash)
      for level in nodes.indices {
        let node = try #require(MerkleNode(level: level, index: leaf >> UInt64(level)))
        #expect(node.lastLeaf == leaf)
        #expect(seen.insert(node).inserted)
      }
    }
    #expect(seen.count == 2 * 1000 - 1000.nonzeroBitCount)
  }

  @Test("Thirteen leaves are three perfect subtrees: eight, four and one")
  func thirteenLeaves() throws {
    let edge = MerkleNode.rightEdge(ofSize: 13)
    #expect(edge.map(\.level) == [3, 2, 0])
    #expect(edge.map(\.index) == [0, 2, 12])
  }

  @Test("A tree read back from its store goes on as if it had never been closed")
  func reopened() throws {
    var log = try MemoryLog()
    for size in 0..<70 {
      let reopened = try CompactRange(size: UInt64(size), from: log)
      #expect(reopened == log.range)
      #expect(try log.root(ofSize: UInt64(size)) == log.range.head.root)
      try log.append([UInt8(size)])
    }
  }

  @Test("The roots of all earlier sizes can still be computed")
  func oldRoots() throws {
    var heads: [TreeHead] = []
    var log = try MemoryLog()
    for leaf in 0..<100 {
      heads.append(log.range.head)
      try log.append([UInt8(leaf)])
    }
    for head in heads { #expect(try log.root(ofSize: head.size) == head.root) }
  }

  @Test("No tree grows beyond 2^63 − 1 leaves, and none has a wrong number of edge hashes")
  func limits() throws {
    let greatest = UInt64(Int64.max)
    let hashes = Array(repeating: MerkleHash.leaf([]), count: 63)
    var full = try CompactRange(size: greatest, hashes: hashes)
    #expect(throws: TreeError.sizeTooLarge(greatest + 1)) { try full.append(.leaf([])) }
    #expect(throws: TreeError.sizeTooLarge(greatest + 1)) {
      try CompactRange(size: greatest + 1, hashes: [.leaf([])])
    }
    #expect(throws: TreeError.wrongEdge(size: 7, expected: 3, found: 2)) {
      try CompactRange(size: 7, hashes: Array(hashes.prefix(2)))
    }
    #expect(throws: TreeError.sizeTooLarge(.max)) {
      try TreeHead(size: .max, root: .leaf([]))
    }
  }

  @Test("The last node of the largest tree has an index, and nodes beyond it do not exist")
  func largestNode() throws {
    let last = UInt64(Int64.max) - 1
    let node = try #require(MerkleNode(level: 0, index: last))
    #expect(node.lastLeaf == last)
    #expect(MerkleNode(level: 62, index: 0)?.lastLeaf == 1 << 62 - 1)
    #expect(MerkleNode(level: 0, index: last + 1) == nil)
    #expect(MerkleNode(level: 62, index: 0) != nil)
    #expect(MerkleNode(level: 62, index: 1) == nil)
    #expect(MerkleNode(level: 63, index: 0) == nil)
    #expect(MerkleNode(level: -1, index: 0) == nil)
  }

  @Test("An empty leaf is not an empty tree, and an empty tree has one root")
  func emptyLeafAndTree() throws {
    #expect(
      "\(MerkleHash.emptyRoot)"
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      "\(MerkleHash.leaf([]))"
        == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(CompactRange().head == .empty)
    #expect(throws: TreeError.wrongEmptyRoot) { try TreeHead(size: 0, root: .leaf([])) }
  }

  @Test("The odd leaf is not paired with itself")
  func oddLeaf() throws {
    let (a, b, c) = (MerkleHash.leaf([1]), MerkleHash.leaf([2]), MerkleHash.leaf([3]))
    let log = try MemoryLog([[1], [2], [3]])
    #expect(log.range.head.root == .node(.node(a, b), c))
  }

  @Test("A hash is 32 bytes and nothing else", arguments: [0, 12, 31, 33, 64])
  func hashLength(count: Int) {
    #expect(throws: MerkleHashError.wrongLength(count)) {
      try MerkleHash(Array(repeating: 1, count: count))
    }
  }

  @Test("A hash gives back the bytes it was made of")
  func hashBytes() throws {
    let bytes = Array(UInt8(0)..<32)
    #expect(try MerkleHash(bytes).bytes == bytes)
    #expect(try MerkleHash(bytes) != MerkleHash(bytes.flipping(bit: 255)))
    #expect(try Set([MerkleHash(bytes), MerkleHash(bytes)]).count == 1)
  }
}
