import Crypto

/// The three hashes of a Merkle tree (RFC 6962 §2.1).
///
/// Each is one call over one buffer: feeding the parts to a hasher one by one takes twice as long.
extension MerkleHash {
  /// The root of the tree without leaves, SHA-256 of nothing.
  package static let emptyRoot = digest(of: UnsafeRawBufferPointer(start: nil, count: 0))

  /// The hash of a leaf's bytes, SHA-256(0x00 ‖ bytes).
  package static func leaf(_ bytes: some Collection<UInt8>) -> Self {
    bytes.withContiguousStorageIfAvailable { leaf(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes(leaf)
  }

  /// The same, of bytes in place.
  package static func leaf(_ bytes: UnsafeRawBufferPointer) -> Self {
    withUnsafeTemporaryAllocation(byteCount: 1 + bytes.count, alignment: 1) { buffer in
      buffer[0] = 0x00
      UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: bytes)
      return digest(of: UnsafeRawBufferPointer(buffer))
    }
  }

  /// The hash of the node over two others, SHA-256(0x01 ‖ left ‖ right).
  package static func node(_ left: Self, _ right: Self) -> Self {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 1) { buffer in
      buffer[0] = 0x01
      buffer.storeBytes(of: left, toByteOffset: 1, as: Self.self)
      buffer.storeBytes(of: right, toByteOffset: 1 + byteCount, as: Self.self)
      return digest(of: UnsafeRawBufferPointer(buffer))
    }
  }

  private static func digest(of buffer: UnsafeRawBufferPointer) -> Self {
    SHA256.hash(data: buffer).withUnsafeBytes { $0.loadUnaligned(as: Self.self) }
  }
}
