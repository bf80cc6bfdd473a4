import Crypto

/// The name of a key, which identifies its holder: non-empty, without spaces and "+".
///
/// Names are compared byte by byte. Swift's `String` would take two spellings of "é" for one name.
package struct KeyName: Hashable, Sendable {
  /// The name's bytes.
  package let utf8: [UInt8]

  /// A name as a person writes it.
  package init(_ text: String) throws(KeyError) {
    try self.init(utf8: text.utf8)
  }

  init(utf8 bytes: some Collection<UInt8>) throws(KeyError) {
    guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({
        $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace
      })
    else { throw .badName(String(decoding: bytes, as: UTF8.self)) }
    utf8 = Array(bytes)
  }
}

extension KeyName: CustomStringConvertible {
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }
}

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

/// The name of a log, the first line of its checkpoints.
///
/// Logs should use a URL without its schema, as in `example.org/log/2026`, but readers must take
/// any line that is not empty. Compared byte by byte.
package struct Origin: Hashable, Sendable {
  /// The name's bytes.
  package let utf8: [UInt8]

  /// The origin of the log whose key has this name.
  package init(_ name: KeyName) {
    utf8 = name.utf8
  }

  /// The origin of a line, or nil if the line is empty or not plain text.
  package init?(line: some Collection<UInt8>) {
    guard !line.isEmpty, !line.contains(UInt8(ascii: "\n")), PlainText.isAllowed(line) else {
      return nil
    }
    utf8 = Array(line)
  }
}

extension Origin: CustomStringConvertible {
  package var description: String {
    String(decoding: utf8, as: UTF8.self)
  }
}
