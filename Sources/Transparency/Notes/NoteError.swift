package import Errors

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
      "a signed note is UTF-8 text with line feeds only; take the file as it was served"
    case .unsigned:
      "no signatures follow the text after an empty line; take the whole file"
    case .unfinishedLine:
      "the last line is cut off; take the whole file"
    case .badSignatureLine(let line):
      "'\(line)' is not a signature line '— name base64'; take the file as it was served"
    case .tooManySignatures:
      "a note may have at most \(SignedNote.greatestSignatureCount) signatures; "
        + "leave out those that no one checks"
    case .ambiguousKey(let name, let id):
      "two keys are given for \(name)+\(id); give each key once"
    case .wrongSignature(let name, let id):
      "the signature of \(name)+\(id) does not hold; the text was changed or never signed"
    case .noKnownKey:
      "none of the signatures is by a key that was given; give the signer's public key"
    }
  }
}
