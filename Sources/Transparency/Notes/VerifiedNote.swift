/// A note of which at least one signature was made by a known key, and none by another in its name.
package struct VerifiedNote: Hashable, Sendable {
  /// The text, which the keys in `verified` signed.
  package let text: [UInt8]

  /// The signatures that hold, one a key, in the note's order.
  package let verified: [VerifiedSignature]

  /// The lines of unknown keys, each once, in the note's order; they prove nothing.
  package let unverified: [NoteSignature]
}

/// A signature that holds, with the key that made it.
package struct VerifiedSignature: Hashable, Sendable {
  /// The key.
  package let key: VerifierKey
  /// What it made.
  package let signature: NoteSignature
}

extension SignedNote {
  /// Checks every signature that is under one of these keys.
  ///
  /// One bad signature of a known key refuses the whole note. Of several under one key the first
  /// counts.
  package func verified(by keys: [VerifierKey]) throws(NoteError) -> VerifiedNote {
    var verified: [VerifiedSignature] = []
    var unverified: [NoteSignature] = []
    for signature in signatures {
      let candidates = keys.filter { $0.made(signature) }
      guard let key = candidates.first else {
        if !unverified.contains(signature) { unverified.append(signature) }
        continue
      }
      guard candidates.count == 1 else { throw .ambiguousKey(signature.name, signature.id) }
      if verified.contains(where: { $0.key == key }) { continue }
      guard key.verifies(signature.bytes, over: text) else {
        throw .wrongSignature(signature.name, signature.id)
      }
      verified.append(VerifiedSignature(key: key, signature: signature))
    }
    guard !verified.isEmpty else { throw .noKnownKey }
    return VerifiedNote(text: text, verified: verified, unverified: unverified)
  }
}
