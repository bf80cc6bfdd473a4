package import Errors
import GRDB
package import Stances
package import Transparency

/// The log as an RFC 6962 tree: the leaf at index i is the stored bytes of the event at position
/// i + 1, exactly.
extension LogReader {
  /// The tree's size and root as they were when this was the log's head.
  package func treeHead(at position: Position) throws -> TreeHead {
    let size = position.treeSize
    return try TreeHead(size: size, root: nodes().root(ofSize: size))
  }

  /// The tree's size and root.
  package func treeHead() throws -> TreeHead {
    try treeHead(at: head)
  }

  /// The root of the tree as it was when this was the log's head, in base 64 as checkpoints spell it.
  package func rootText(at position: Position) throws -> String {
    String(decoding: try treeHead(at: position).root.base64, as: UTF8.self)
  }

  /// The first 16 hexadecimal digits of that root, which tell logs apart.
  package func rootDigits(at position: Position) throws -> String {
    Hexadecimal.encode(try treeHead(at: position).root.bytes.prefix(8))
  }

  /// Proves that the event at a position is in the tree of this many events.
  package func inclusionProof(of position: Position, inSize size: UInt64) throws -> InclusionProof {
    try nodes().inclusionProof(of: position.treeSize - 1, inSize: size)
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

  /// The bytes of the events at some positions, as they are stored.
  package func leaves(_ positions: ClosedRange<Position>) throws -> [[UInt8]] {
    try leaves(positions.lowerBound.treeSize - 1..<positions.upperBound.treeSize)
  }

  func nodes() throws -> StoredNodes {
    try StoredNodes(database, path: path)
  }
}

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

/// Why a log does not continue its signed heads.
package enum HistoryError: StanceError, Hashable, Sendable {
  /// The log holds fewer events than a head that was signed.
  case cutBack(signed: UInt64, found: UInt64)
  /// The events that a signed head covers are not those of the log.
  case rewritten(size: UInt64)
  /// A checkpoint that was signed before is not of this log and key.
  case foreignCheckpoint(SignedCheckpointError)

  package var kind: ErrorKind { .finding }
}

extension HistoryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cutBack(let signed, let found):
      "a head of \(signed) events was signed, but this log has \(found): "
        + "it is an older copy, or was cut back; it can be read, but continue with the newest copy"
    case .rewritten(let size):
      "the first \(size) events are not those whose head was signed: "
        + "this is another history of the log, or a changed one; keep every copy and every signed "
        + "head, and run 'stance verify' on each"
    case .foreignCheckpoint(let refusal):
      "the checkpoint signed last is not this key's: \(refusal)"
    }
  }
}
