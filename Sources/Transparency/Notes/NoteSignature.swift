/// One signature line of a note, `— name base64(id ‖ signature)`.
package struct NoteSignature: Hashable, Sendable {
  /// The name of the key that is said to have signed.
  package let name: KeyName
  /// The ID of that key.
  package let id: KeyID
  /// What the key made of the note's text; its form depends on the kind of the key.
  package let bytes: [UInt8]

  init(name: KeyName, id: KeyID, bytes: [UInt8]) {
    self.name = name
    self.id = id
    self.bytes = bytes
  }

  /// The signature of a line without its newline.
  init(line: ArraySlice<UInt8>) throws(NoteError) {
    let parts = line.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual(Self.dash),
      let name = try? KeyName(utf8: parts[1]),
      let blob = Base64.decode(parts[2]), blob.count > KeyID.byteCount
    else { throw .badSignatureLine(String(decoding: line, as: UTF8.self)) }
    self.init(
      name: name, id: KeyID(blob.prefix(KeyID.byteCount)),
      bytes: Array(blob.dropFirst(KeyID.byteCount)))
  }

  /// The signatures of some lines, of which there must be at least one.
  ///
  /// This is also what a witness answers when it has cosigned.
  package static func lines(
    _ bytes: some Collection<UInt8>
  ) throws(NoteError) -> [NoteSignature] {
    var scanner = LineScanner(bytes)
    var signatures: [NoteSignature] = []
    while let line = scanner.next() {
      signatures.append(try NoteSignature(line: line))
      guard signatures.count <= SignedNote.greatestSignatureCount else {
        throw .tooManySignatures
      }
    }
    guard scanner.rest.isEmpty else { throw .unfinishedLine }
    guard !signatures.isEmpty else { throw .unsigned }
    return signatures
  }

  /// The line, with its newline.
  package var line: [UInt8] {
    Self.dash + Array(" \(name) ".utf8) + Base64.encode(id.bytes + bytes) + [UInt8(ascii: "\n")]
  }

  /// Whether both are under one name and ID.
  func hasSameKey(as other: NoteSignature) -> Bool {
    name == other.name && id == other.id
  }

  /// U+2014 EM DASH.
  private static let dash = Array("\u{2014}".utf8)
}
