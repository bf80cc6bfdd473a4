package import Errors

/// A text with the signatures of one or more keys (c2sp.org/signed-note v1.0.0).
///
/// Nothing may be concluded from the text before `verified(by:)` has passed.
package struct SignedNote: Hashable, Sendable {
  /// The signed text, which ends with a newline.
  package let text: [UInt8]

  /// All signatures in the note's order, of known and unknown keys.
  package let signatures: [NoteSignature]

  /// The most signatures that a note may have, as in Go's implementation.
  package static let greatestSignatureCount = 100

  /// Reads a note; what it says is not verified yet.
  package init(_ bytes: some Collection<UInt8>) throws(NoteError) {
    let bytes = Array(bytes)
    guard PlainText.isAllowed(bytes) else { throw .notPlainText }
    // The last empty line parts text and signatures; the text may have more of them.
    guard let blank = bytes.indices.dropFirst().last(where: { Self.isBlankLine(at: $0, in: bytes) })
    else { throw .unsigned }
    text = Array(bytes[..<blank])
    signatures = try NoteSignature.lines(bytes[(blank + 1)...])
  }

  /// A text with signatures over it.
  init(text: [UInt8], signatures: [NoteSignature]) throws(NoteError) {
    guard PlainText.isAllowed(text), text.last == UInt8(ascii: "\n") else { throw .notPlainText }
    guard !signatures.isEmpty else { throw .unsigned }
    guard signatures.count <= Self.greatestSignatureCount else { throw .tooManySignatures }
    self.text = text
    self.signatures = signatures
  }

  /// The note's bytes.
  package var bytes: [UInt8] {
    text + [UInt8(ascii: "\n")] + signatures.flatMap(\.line)
  }

  /// The note with more signatures.
  ///
  /// Existing ones keep their order, but are replaced by a new one of the same key; the new
  /// ones come last.
  package func adding(_ new: [NoteSignature]) throws(NoteError) -> SignedNote {
    let kept = signatures.filter { old in !new.contains { $0.hasSameKey(as: old) } }
    return try SignedNote(text: text, signatures: kept + new)
  }

  private static func isBlankLine(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == UInt8(ascii: "\n") && bytes[index - 1] == UInt8(ascii: "\n")
  }
}

/// A note of which at least one signature was made by a known key, and none by another in its name.
package struct VerifiedNote: Hashable, Sendable {
  /// The text, which the keys in `verified` signed.
  package let text: [UInt8]

  /// The valid signatures, one per key, in the note's order.
  package let verified: [VerifiedSignature]

  /// The lines of unknown keys, each once, in the note's order; they prove nothing.
  package let unverified: [NoteSignature]
}

/// A valid signature, with the key that made it.
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

/// Why some bytes are not a signed note, or a note cannot be believed.
package enum NoteError: StanceError, Hashable, Sendable {
  /// Not UTF-8, or with a control character, or a text without its last newline.
  case notPlainText
  /// No empty line followed by signatures.
  case unsigned
  /// The last line has no newline.
  case unfinishedLine
  /// A line after the empty one that is not a signature.
  case badSignatureLine(String)
  /// More signatures than are looked at.
  case tooManySignatures
  /// Two of the keys given have this name and ID.
  case ambiguousKey(KeyName, KeyID)
  /// A known key did not sign this text.
  case wrongSignature(KeyName, KeyID)
  /// No signature is by a known key.
  case noKnownKey

  package var kind: ErrorKind {
    switch self {
    case .notPlainText, .unsigned, .unfinishedLine, .badSignatureLine, .tooManySignatures,
      .noKnownKey:
      .badData
    case .ambiguousKey: .usage
    case .wrongSignature: .finding
    }
  }
}

extension NoteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notPlainText:
      "a signed note is UTF-8 text with line feeds only; use the file exactly as served"
    case .unsigned:
      "no signatures follow the text after an empty line; take the whole file"
    case .unfinishedLine:
      "the last line is cut off; take the whole file"
    case .badSignatureLine(let line):
      "'\(line)' is not a signature line '— name base64'; use the file exactly as served"
    case .tooManySignatures:
      "a note may have at most \(SignedNote.greatestSignatureCount) signatures; "
        + "omit those that no one checks"
    case .ambiguousKey(let name, let id):
      "two keys are given for \(name)+\(id); give each key once"
    case .wrongSignature(let name, let id):
      "the signature of \(name)+\(id) is not valid; the text was changed or never signed"
    case .noKnownKey:
      "none of the signatures is by a given key; give the signer's public key"
    }
  }
}
