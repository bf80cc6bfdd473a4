import Crypto

/// What a time-stamping authority is asked to sign: a hash, never the text itself (RFC 3161 2.4.1).
package struct TimestampQuery: Hashable, Sendable {
  /// SHA-256 of what is to be stamped.
  package let imprint: [UInt8]
  /// A number that the reply must repeat, the highest byte first.
  package let nonce: [UInt8]

  /// Asks for a stamp on some bytes, such as a signed checkpoint's.
  package init(stamping bytes: [UInt8], nonce: [UInt8]) {
    imprint = Self.imprint(of: bytes)
    self.nonce = Array(nonce.drop { $0 == 0 })
  }

  /// Reads a query as it was written.
  package init(_ bytes: [UInt8]) throws(StampError) {
    var outer = DERReader(bytes[...])
    var query = try outer.enter(DER.sequence)
    _ = try query.next(DER.integer)
    imprint = try query.imprint()
    _ = try query.optional(DER.identifier)
    nonce = Array(try query.next(DER.integer).drop { $0 == 0 })
  }

  /// The query to be sent: version 1, no policy asked for, certificates wanted in the reply.
  package var bytes: [UInt8] {
    let algorithm = DER.encode(
      DER.sequence, DER.encode(DER.identifier, Self.sha256) + DER.encode(DER.null, []))
    return DER.encode(
      DER.sequence,
      DER.encode(positive: [1])
        + DER.encode(DER.sequence, algorithm + DER.encode(DER.octets, imprint))
        + DER.encode(positive: nonce) + DER.encode(DER.boolean, [0xFF]))
  }

  /// What a stamp on some bytes is over.
  package static func imprint(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// 2.16.840.1.101.3.4.2.1, SHA-256 (RFC 5754 2.2).
  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
}

extension DERReader {
  /// The hash of a message imprint, which must be SHA-256.
  mutating func imprint() throws(StampError) -> [UInt8] {
    var imprint = try enter(DER.sequence)
    var algorithm = try imprint.enter(DER.sequence)
    guard Array(try algorithm.next(DER.identifier)) == TimestampQuery.sha256 else {
      throw .otherHash
    }
    let hash = Array(try imprint.next(DER.octets))
    guard hash.count == MerkleHash.byteCount else { throw .malformed }
    return hash
  }
}
