import Transparency

/// The hashes that one row stores of the tree, to be gone through where they lie.
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
