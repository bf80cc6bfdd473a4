import Crypto

/// Four bytes that, with the key's name, show a verifier which of its keys made a signature.
///
/// It is not proof of anything: keys with a wanted ID are easily made.
package struct KeyID: Hashable, Sendable {
  /// The ID's four bytes.
  package let bytes: [UInt8]

  /// The ID of a key, SHA-256(name ‖ 0x0A ‖ type ‖ public key)[0..<4].
  init(name: KeyName, type: SignatureType, publicKey: Ed25519PublicKey) {
    let identity = name.utf8 + [UInt8(ascii: "\n"), type.rawValue] + publicKey.bytes
    bytes = Array(SHA256.hash(data: identity).prefix(Self.byteCount))
  }

  /// The ID in front of a signature.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = Array(bytes)
  }

  static let byteCount = 4
}

extension KeyID: CustomStringConvertible {
  /// The ID as key texts spell it: eight digits of lower-case hexadecimal.
  package var description: String {
    Hexadecimal.encode(bytes)
  }
}
