import GRDB
import Transparency

/// Reads the nodes of the log's Merkle tree, one point read each.
struct StoredNodes: NodeReader {
  private let select: RawStatement
  private let path: String

  init(_ database: Database, path: String) throws {
    select = try RawStatement(shared: "SELECT nodes FROM event WHERE position = ?", in: database)
    self.path = path
  }

  func hash(at node: MerkleNode) throws -> MerkleHash {
    let position = node.lastLeaf + 1
    select.bind(Int64(position), at: 1)
    defer { select.reset() }
    let isStored = try select.step()
    let nodes = isStored ? select.bytes(0) : UnsafeRawBufferPointer(start: nil, count: 0)
    let start = node.level * MerkleHash.byteCount
    guard nodes.count == (position.trailingZeroBitCount + 1) * MerkleHash.byteCount,
      let hash = try? MerkleHash(nodes[start..<start + MerkleHash.byteCount])
    else {
      throw EventLogError.damaged(
        path: path, reason: "the tree's nodes at position \(position) are missing")
    }
    return hash
  }
}
