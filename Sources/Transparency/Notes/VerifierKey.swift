import Crypto

/// A public key with its holder's name, as verifiers are configured with it (a "vkey").
package struct VerifierKey: Hashable, Sendable {
  /// Who holds the key.
  package let name: KeyName
  /// The ID in front of the key's signatures.
  package let id: KeyID
  /// The kind of signatures that the key makes.
  package let type: SignatureType
  /// The key itself.
  package let publicKey: Ed25519PublicKey

  /// The key of a holder.
  package init(name: KeyName, type: SignatureType, publicKey: Ed25519PublicKey) {
    self.name = name
    self.type = type
    self.publicKey = publicKey
    id = KeyID(name: name, type: type, publicKey: publicKey)
  }

  /// The key of a text of the form `name+id+base64(type ‖ key)`.
  package init(_ text: String) throws(KeyError) {
    let parts = try KeyText(text.utf8)
    self.init(
      name: parts.name, type: parts.type, publicKey: try Ed25519PublicKey(parts.key))
    try parts.check(id)
  }

  /// The text to publish.
  package var text: String {
    KeyText.write(name: name, id: id, type: type, key: publicKey.bytes)
  }

  /// Whether the signature is under this key's name and ID.
  func made(_ signature: NoteSignature) -> Bool {
    signature.name == name && signature.id == id
  }

  /// Whether the bytes after the ID are this key's signature of a note's text.
  func verifies(_ signature: [UInt8], over text: [UInt8]) -> Bool {
    switch type {
    case .ed25519:
      publicKey.verifies(signature, over: text)
    case .cosignature:
      Cosignature(signature)?.isValid(over: text, by: publicKey) ?? false
    }
  }
}

/// An Ed25519 public key under which a signature means something.
///
/// Keys of small order are refused, for anyone can sign under them, and so are keys with a second
/// spelling. What a signature must satisfy under any other key is swift-crypto's rule: RFC 8032
/// without the factor 8, S below the group's order, R compared as encoded.
package struct Ed25519PublicKey: Hashable, Sendable {
  /// The key's 32 bytes (RFC 8032 §5.1.2).
  package let bytes: [UInt8]

  /// A key as configured.
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

/// The kinds of note signatures that this program can check, by their byte in key texts.
///
/// C2SP assigns others (2 ECDSA, 5 RFC 6962 tree heads, 6 ML-DSA-44 cosignatures, 255 other); a
/// note's lines of those kinds are kept and not checked. Another one needs only another case.
package enum SignatureType: UInt8, Hashable, Sendable {
  /// Ed25519 over the note's text.
  case ed25519 = 0x01
  /// Ed25519 over the note's text and a time: a witness's cosignature.
  case cosignature = 0x04
}
