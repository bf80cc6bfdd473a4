import GRDB
import Transparency

/// Reads the nodes of the log's Merkle tree, one point read each.
struct StoredNodes: NodeReader {
  private let select: RawStatement
  private let path: String

  init(_ database: Database, path: String) throws {
    select = try RawStatement(shared: "SELECT hash FROM node WHERE idx = ?", in: database)
    self.path = path
  }

  func hash(at node: MerkleNode) throws -> MerkleHash {
    select.bind(Int64(node.storageIndex), at: 1)
    defer { select.reset() }
    guard try select.step(), let hash = try? MerkleHash(select.bytes(0)) else {
      throw EventLogError.damaged(
        path: path, reason: "node \(node.index) of the tree's level \(node.level) is missing")
    }
    return hash
  }
}
