import Transparency

/// Rebuilds a Merkle tree from the bytes of events and checks the stored nodes against it.
///
/// It shares the three hashes with the code that writes the tree, and nothing else: here the tree
/// is a counter in binary, each leaf an increment and each carry a node. What is counted is leaves,
/// or the roots of perfect subtrees of one size, which can be rebuilt apart from each other.
struct TreeCheck: Sendable {
  /// The subtrees waiting for their right neighbour, by level: the bits that are set.
  private var waiting: [MerkleHash?] = []

  /// Adds a leaf's hash or a subtree's root; answers whether the nodes that it completes are the
  /// next ones stored, and goes past them.
  mutating func add(_ hash: MerkleHash, storedBefore nodes: inout NodeBytes) -> Bool {
    var hash = hash
    var isSame = true
    var level = 0
    while level < waiting.count, let left = waiting[level] {
      waiting[level] = nil
      hash = .node(left, hash)
      isSame = nodes.isNext(hash) && isSame
      level += 1
    }
    if level == waiting.count { waiting.append(hash) } else { waiting[level] = hash }
    return isSame
  }

  /// The root over all that was added, and over a smaller tree to the right of it if there is one.
  func root(before tail: MerkleHash? = nil) -> MerkleHash {
    let subtrees = [tail].compactMap(\.self) + waiting.compactMap(\.self)
    guard let last = subtrees.first else { return .emptyRoot }
    return subtrees.dropFirst().reduce(last) { .node($1, $0) }
  }
}

/// The hashes that one row stores of the tree, read in place.
struct NodeBytes {
  private var rest: Slice<UnsafeRawBufferPointer>

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes[...]
  }

  /// Whether all have been gone through.
  var isEmpty: Bool { rest.isEmpty }

  /// Those that have not been gone through.
  var remaining: [UInt8] { Array(rest) }

  /// Whether a hash is the next one; goes past it.
  mutating func isNext(_ hash: MerkleHash) -> Bool {
    let next = rest.prefix(MerkleHash.byteCount)
    rest = rest.dropFirst(MerkleHash.byteCount)
    guard next.count == MerkleHash.byteCount else { return false }
    return UnsafeRawBufferPointer(rebasing: next).loadUnaligned(as: MerkleHash.self) == hash
  }
}
