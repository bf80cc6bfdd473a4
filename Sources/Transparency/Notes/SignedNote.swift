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

  /// The note as it is written.
  package var bytes: [UInt8] {
    text + [UInt8(ascii: "\n")] + signatures.flatMap(\.line)
  }

  /// The note with more signatures.
  ///
  /// Those that are there keep their order, but give way to a new one of the same key; the new
  /// ones come last.
  package func adding(_ new: [NoteSignature]) throws(NoteError) -> SignedNote {
    let kept = signatures.filter { old in !new.contains { $0.hasSameKey(as: old) } }
    return try SignedNote(text: text, signatures: kept + new)
  }

  private static func isBlankLine(at index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index] == UInt8(ascii: "\n") && bytes[index - 1] == UInt8(ascii: "\n")
  }
}
