import GRDB
import Transparency

/// Rebuilds the Merkle tree from the stored bytes and holds the stored nodes against it.
///
/// It shares the three hashes with the code that writes the tree, and nothing else: here the tree
/// is a counter in binary, each leaf an increment and each carry a node.
struct TreeCheck {
  private let stored: RawStatement
  private var nodeCount: Int64 = 0
  /// How many leaves have been added.
  private(set) var size: UInt64 = 0
  /// The subtrees waiting for their right neighbour, by level: the bits that are set.
  private var waiting: [MerkleHash?] = []

  init(_ database: Database) throws {
    stored = try RawStatement("SELECT idx, hash FROM node ORDER BY idx", in: database)
  }

  /// Adds the next event's bytes; the nodes that they complete must be the next ones stored.
  mutating func add(
    _ bytes: UnsafeRawBufferPointer, at position: Int64, _ verification: inout Verification
  ) throws {
    var hash = MerkleHash.leaf(bytes)
    var isSame = try isNext(hash)
    var level = 0
    while level < waiting.count, let left = waiting[level] {
      waiting[level] = nil
      hash = .node(left, hash)
      // Each is asked for, so that the two rows of numbers stay in step.
      isSame = try isNext(hash) && isSame
      level += 1
    }
    if level == waiting.count { waiting.append(hash) } else { waiting[level] = hash }
    size += 1
    if !isSame { verification.note(.nodeDiffers(position: position)) }
  }

  /// The root over all leaves so far.
  var root: MerkleHash {
    let subtrees = waiting.compactMap { $0 }
    guard let last = subtrees.first else { return .emptyRoot }
    return subtrees.dropFirst().reduce(last) { .node($1, $0) }
  }

  /// The size and the root.
  func head() throws -> TreeHead {
    try TreeHead(size: size, root: root)
  }

  /// Looks for nodes that no event accounts for.
  func checkEnd(_ verification: inout Verification) throws {
    var count: Int64 = 0
    while try stored.step() { count += 1 }
    if count > 0 { verification.note(.extraRows(table: Table.node.name, count: count)) }
  }

  private mutating func isNext(_ hash: MerkleHash) throws -> Bool {
    defer { nodeCount += 1 }
    guard try stored.step() else { return false }
    return stored.integer(0) == nodeCount && stored.bytes(1).elementsEqual(hash.bytes)
  }
}
