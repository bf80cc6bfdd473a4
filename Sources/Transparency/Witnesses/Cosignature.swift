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
  /// Its time, in seconds since 1970-01-01T00:00:00Z; only as right as its clock.
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
