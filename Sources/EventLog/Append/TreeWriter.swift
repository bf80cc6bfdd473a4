import GRDB
import Transparency

/// Grows the Merkle tree by the events of one append.
struct TreeWriter {
  private var tree: CompactRange
  private let insert: RawStatement

  /// Takes up the tree of a log with so many events, which must have been stored in full.
  init(_ database: Database, size: Int64, path: String) throws {
    let size = UInt64(size)
    let count = try RawStatement(
      shared: "SELECT coalesce(max(idx), -1) + 1 FROM node", in: database)
    guard try count.firstInteger() == Int64(MerkleNode.storedCount(forSize: size)) else {
      throw EventLogError.damaged(path: path, reason: "its tree is not that of \(size) events")
    }
    tree = try CompactRange(size: size, from: StoredNodes(database, path: path))
    insert = try RawStatement(shared: "INSERT INTO node VALUES (?, ?)", in: database)
  }

  /// Adds the next event's stored bytes.
  mutating func append(_ bytes: [UInt8]) throws {
    try tree.append(.leaf(bytes)) { node, hash in
      insert.bind(Int64(node.storageIndex), at: 1)
      insert.bind(hash.bytes, at: 2)
      try insert.run()
    }
  }
}
