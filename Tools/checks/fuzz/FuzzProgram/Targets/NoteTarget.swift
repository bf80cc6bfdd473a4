import Transparency

/// Notes, checkpoints and keys have one spelling; what verifies is what was signed.
func acceptsNote(_ bytes: [UInt8]) -> Bool {
  if let text = String(validating: bytes, as: UTF8.self) {
    if let key = try? VerifierKey(text) {
      hold(key.text.utf8.elementsEqual(bytes), "a verifier key has two spellings")
      return true
    }
    if let key = try? SigningKey(text) {
      hold(key.secretText.utf8.elementsEqual(bytes), "a signing key has two spellings")
      return true
    }
  }
  if let checkpoint = try? Checkpoint(text: bytes) {
    hold(checkpoint.text == bytes, "a checkpoint has two spellings")
    return true
  }
  guard let note = try? SignedNote(bytes) else { return false }
  hold(note.bytes == bytes, "a note has two spellings")
  if let verified = try? note.verified(by: [KnownLog.key.verifier, KnownLog.witness.verifier]) {
    let known = KnownLog.heads.map { Checkpoint(origin: KnownLog.policy.origin, head: $0).text }
    hold(known.contains(verified.text), "a text verifies that was never signed")
  }
  _ = KnownLog.opened(bytes)
  return true
}
