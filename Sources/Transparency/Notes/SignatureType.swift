/// The kinds of note signatures that this program can check, by their byte in key texts.
///
/// C2SP assigns others (2 ECDSA, 5 RFC 6962 tree heads, 6 ML-DSA-44 cosignatures, 255 other); a
/// note's lines of those kinds are kept and not checked. A case more is all that another one needs.
package enum SignatureType: UInt8, Hashable, Sendable {
  /// Ed25519 over the note's text.
  case ed25519 = 0x01
  /// Ed25519 over the note's text and a time: a witness's cosignature.
  case cosignature = 0x04
}
