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
