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

/// A witness's dated signature of a checkpoint (c2sp.org/tlog-cosignature, Ed25519).
///
/// It says that at this time this was the largest consistent tree that the witness had seen of the
/// log; not that no one saw another one elsewhere, which takes a quorum.
package struct Cosignature: Hashable, Sendable {
  /// When the witness signed, in seconds since 1970-01-01T00:00:00Z.
  package let timestamp: UInt64

  /// The Ed25519 signature.
  let signature: [UInt8]

  /// Reads what follows the key ID of a line: u64be time ‖ signature.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.timestampByteCount + Ed25519PublicKey.signatureByteCount else {
      return nil
    }
    timestamp = bytes.prefix(Self.timestampByteCount).reduce(0) { $0 << 8 | UInt64($1) }
    guard timestamp <= DecimalNumber.greatest else { return nil }
    signature = Array(bytes.dropFirst(Self.timestampByteCount))
  }

  /// What a witness signs: the time and the checkpoint's text under a heading of its own.
  package static func message(timestamp: UInt64, text: [UInt8]) -> [UInt8] {
    Array("cosignature/v1\ntime \(timestamp)\n".utf8) + text
  }

  func isValid(over text: [UInt8], by key: Ed25519PublicKey) -> Bool {
    key.verifies(signature, over: Self.message(timestamp: timestamp, text: text))
  }

  private static let timestampByteCount = 8
}

/// When a witness saw a checkpoint as the log's largest.
package struct WitnessedTime: Hashable, Sendable {
  /// The witness.
  package let witness: VerifierKey
  /// Its time, in seconds since 1970-01-01T00:00:00Z; only as accurate as its clock.
  package let timestamp: UInt64

  /// The time of a signature that was verified, or nil if it is not a cosignature.
  init?(_ verified: VerifiedSignature) {
    guard verified.key.type == .cosignature,
      let cosignature = Cosignature(verified.signature.bytes)
    else { return nil }
    witness = verified.key
    timestamp = cosignature.timestamp
  }
}
