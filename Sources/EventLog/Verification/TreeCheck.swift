import Transparency

/// Rebuilds the Merkle tree from the stored bytes and holds the stored nodes against it.
///
/// It shares the three hashes with the code that writes the tree, and nothing else: here the tree
/// is a counter in binary, each leaf an increment and each carry a node.
struct TreeCheck {
  /// How many leaves have been added.
  private(set) var size: UInt64 = 0
  /// The subtrees waiting for their right neighbour, by level: the bits that are set.
  private var waiting: [MerkleHash?] = []

  /// Adds the next event's bytes; the nodes that they complete must be those stored with it.
  mutating func add(
    _ bytes: UnsafeRawBufferPointer, storedWith nodes: UnsafeRawBufferPointer,
    at position: Int64, _ verification: inout Verification
  ) {
    var hash = MerkleHash.leaf(bytes)
    var rest = nodes[...]
    var isSame = take(hash, from: &rest)
    var level = 0
    while level < waiting.count, let left = waiting[level] {
      waiting[level] = nil
      hash = .node(left, hash)
      isSame = take(hash, from: &rest) && isSame
      level += 1
    }
    if level == waiting.count { waiting.append(hash) } else { waiting[level] = hash }
    size += 1
    if !isSame || !rest.isEmpty { verification.note(.nodeDiffers(position: position)) }
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

  /// Whether a hash comes next among stored ones; goes past it.
  private func take(_ hash: MerkleHash, from stored: inout Slice<UnsafeRawBufferPointer>) -> Bool {
    let next = stored.prefix(MerkleHash.byteCount)
    stored = stored.dropFirst(MerkleHash.byteCount)
    return next.elementsEqual(hash.bytes)
  }
}
