import Crypto

/// An Ed25519 public key under which a signature means something.
///
/// Keys of small order are refused, for anyone can sign under them, and so are keys with a second
/// spelling. What a signature must satisfy under any other key is swift-crypto's rule: RFC 8032
/// without the factor 8, S below the group's order, R compared as it is encoded.
package struct Ed25519PublicKey: Hashable, Sendable {
  /// The key's 32 bytes (RFC 8032 §5.1.2).
  package let bytes: [UInt8]

  /// A key as it was configured.
  package init(_ bytes: some Collection<UInt8>) throws(KeyError) {
    guard bytes.count == Self.byteCount else { throw .wrongLength(bytes.count) }
    var height = Array(bytes)
    height[Self.byteCount - 1] &= 0x7F  // The top bit is the sign of x.
    guard height.reversed().lexicographicallyPrecedes(Self.fieldPrime.reversed()) else {
      throw .nonCanonicalKey
    }
    guard !Self.smallOrderHeights.contains(height) else { throw .smallOrderKey }
    self.bytes = Array(bytes)
  }

  /// Whether this key signed the message.
  func verifies(_ signature: some Collection<UInt8>, over message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureByteCount,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(Array(signature), for: message)
  }

  static let byteCount = 32
  static let signatureByteCount = 64

  /// 2^255 − 19, little-endian; a y coordinate at or above it is a second spelling of another.
  private static let fieldPrime: [UInt8] = [0xED] + Array(repeating: 0xFF, count: 30) + [0x7F]

  /// The y coordinates of the eight points whose order divides 8, little-endian.
  private static let smallOrderHeights: [[UInt8]] = [
    Array(repeating: 0x00, count: 32),
    [0x01] + Array(repeating: 0x00, count: 31),
    [0xEC] + Array(repeating: 0xFF, count: 30) + [0x7F],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53,
      0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC,
      0x03, 0x7A,
    ],
  ]
}
