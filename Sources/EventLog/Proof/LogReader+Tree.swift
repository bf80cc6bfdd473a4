package import Transparency

/// The log as an RFC 6962 tree: the leaf at index i is the stored bytes of the event at position
/// i + 1, exactly.
extension LogReader {
  /// The tree's size and root as they were when the log had this many events.
  package func treeHead(at size: Int64) throws -> TreeHead {
    let size = UInt64(size)
    return try TreeHead(size: size, root: nodes().root(ofSize: size))
  }

  /// The tree's size and root.
  package func treeHead() throws -> TreeHead {
    try treeHead(at: head)
  }

  /// The root of the tree as it was when the log had this many events, in base 64 as checkpoints
  /// spell it.
  package func rootText(at size: Int64) throws -> String {
    String(decoding: try treeHead(at: size).root.base64, as: UTF8.self)
  }

  /// The hash of the leaf that is the event at a position, in base 64.
  package func leafHashText(at position: Int64) throws -> String {
    guard let leaf = MerkleNode(level: 0, index: UInt64(position) - 1) else {
      throw EventLogError.damaged(
        path: path, reason: "position \(position) is not a place in a tree")
    }
    return String(decoding: try nodes().hash(at: leaf).base64, as: UTF8.self)
  }

  /// Proves that the event at a position is in the tree of this many events.
  package func inclusionProof(of position: Int64, inSize size: UInt64) throws -> InclusionProof {
    try nodes().inclusionProof(of: UInt64(position) - 1, inSize: size)
  }

  /// Proves that the log of `new` events grew out of the log of `old` events.
  package func consistencyProof(from old: UInt64, to new: UInt64) throws -> ConsistencyProof {
    try nodes().consistencyProof(from: old, to: new)
  }

  /// The leaves at these indices: the bytes of the events as they are stored.
  package func leaves(_ indices: Range<UInt64>) throws -> [[UInt8]] {
    let scan = try RawStatement(
      "SELECT json FROM event WHERE position BETWEEN ? AND ? ORDER BY position", in: database)
    scan.bind(Int64(indices.lowerBound) + 1, at: 1)
    scan.bind(Int64(indices.upperBound), at: 2)
    var leaves: [[UInt8]] = []
    while try scan.step() { leaves.append(Array(scan.bytes(0))) }
    guard leaves.count == indices.count else {
      throw EventLogError.damaged(
        path: path, reason: "positions \(indices.lowerBound + 1)–\(indices.upperBound) have gaps")
    }
    return leaves
  }

  func nodes() throws -> StoredNodes {
    try StoredNodes(database, path: path)
  }
}
