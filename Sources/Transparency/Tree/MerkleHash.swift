import Crypto
package import Errors

/// A SHA-256 hash of the tree: exactly 32 bytes.
package struct MerkleHash: Hashable, Sendable, BitwiseCopyable {
  /// The length of every hash.
  package static let byteCount = 32

  // Four words in the order of the bytes in memory; as an array each hash would be an allocation.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash that these bytes are, refused unless there are 32 of them.
  package init(_ bytes: some Collection<UInt8>) throws(MerkleHashError) {
    guard bytes.count == Self.byteCount else { throw .wrongLength(bytes.count) }
    self = withUnsafeTemporaryAllocation(
      byteCount: Self.byteCount, alignment: MemoryLayout<Self>.alignment
    ) { buffer in
      buffer.copyBytes(from: bytes)
      return buffer.load(as: Self.self)
    }
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    withUnsafeBytes(of: self) { Array($0) }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}

extension MerkleHash: CustomStringConvertible {
  /// The hash in lower-case hexadecimal.
  package var description: String {
    Hexadecimal.encode(bytes)
  }
}

extension MerkleHash {
  /// The hash as the text formats spell it.
  package var base64: [UInt8] {
    withUnsafeBytes(of: self) { Base64.encode($0) }
  }

  /// The hash that a line of a text format spells, or nil if it is not one.
  init?(base64 text: some Collection<UInt8>) {
    guard let bytes = Base64.decode(text), let hash = try? Self(bytes) else { return nil }
    self = hash
  }
}

/// Why some bytes are not a hash.
package enum MerkleHashError: StanceError, Hashable, Sendable {
  /// They are more or fewer than 32.
  case wrongLength(Int)

  package var kind: ErrorKind { .badData }
}

extension MerkleHashError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .wrongLength(let count):
      "a hash has 32 bytes, not \(count); read it again from its source"
    }
  }
}

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
