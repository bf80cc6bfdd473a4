import Crypto

/// A log's private key with the log's name.
///
/// It signs checkpoints of its own log and nothing else, so that no signature can be taken for one
/// of another meaning.
package struct SigningKey: Sendable {
  /// The public half.
  package let verifier: VerifierKey

  private let key: Curve25519.Signing.PrivateKey

  /// A new key, from the system's source of randomness.
  package init(newFor name: KeyName) throws(KeyError) {
    try self.init(name: name, key: Curve25519.Signing.PrivateKey())
  }

  /// The key of a seed of 32 bytes (RFC 8032 §5.1.5).
  package init(name: KeyName, seed: some Collection<UInt8>) throws(KeyError) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Array(seed)) else {
      throw .wrongLength(seed.count)
    }
    try self.init(name: name, key: key)
  }

  /// The key of a text of the form `PRIVATE+KEY+name+id+base64(1 ‖ seed)`.
  package init(_ text: String) throws(KeyError) {
    guard text.utf8.starts(with: Self.prefix.utf8) else { throw .notAKey }
    let parts = try KeyText(text.utf8.dropFirst(Self.prefix.utf8.count))
    guard parts.type == .ed25519 else { throw .unknownType(parts.type.rawValue) }
    try self.init(name: parts.name, seed: parts.key)
    try parts.check(verifier.id)
  }

  private init(name: KeyName, key: Curve25519.Signing.PrivateKey) throws(KeyError) {
    self.key = key
    let publicKey = try Ed25519PublicKey(Array(key.publicKey.rawRepresentation))
    verifier = VerifierKey(name: name, type: .ed25519, publicKey: publicKey)
  }

  /// The text to keep secret.
  package var secretText: String {
    Self.prefix
      + KeyText.write(
        name: verifier.name, id: verifier.id, type: verifier.type, key: key.rawRepresentation)
  }

  /// The signature of a text, which must not mean anything but a checkpoint of this key's log.
  func signature(over text: [UInt8]) throws -> NoteSignature {
    NoteSignature(
      name: verifier.name, id: verifier.id, bytes: Array(try key.signature(for: text)))
  }

  private static let prefix = "PRIVATE+KEY+"
}

/// What is printed of a key is its public half, so that no message reveals the secret by accident.
extension SigningKey: CustomStringConvertible, CustomReflectable {
  package var description: String {
    "the private key of \(verifier.text)"
  }

  /// What dumps and test failures show: the public half alone.
  package var customMirror: Mirror {
    Mirror(self, children: ["verifier": verifier])
  }
}
