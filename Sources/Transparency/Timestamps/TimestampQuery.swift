import Crypto
import SwiftASN1

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

  /// Reads a query.
  package init(_ bytes: [UInt8]) throws(StampError) {
    (imprint, nonce) = try StampError.ifMalformed {
      try DER.sequence(DER.parse(bytes), identifier: .sequence) { query in
        _ = try Int(derEncoded: &query)
        let imprint = try MessageImprint(derEncoded: &query).hash
        _ = query.next(.objectIdentifier)
        let nonce = try ArraySlice<UInt8>(derEncoded: &query)
        query.skipRest()
        return (imprint, Array(nonce.drop { $0 == 0 }))
      }
    }
  }

  /// The query to be sent: version 1, no policy asked for, certificates wanted in the reply.
  package var bytes: [UInt8] {
    get throws {
      var query = DER.Serializer()
      try query.appendConstructedNode(identifier: .sequence) { query in
        try query.serialize(1)
        try query.serialize(MessageImprint(hash: imprint))
        try query.serialize(nonce[...])
        try query.serialize(true)
      }
      return query.serializedBytes
    }
  }

  /// What a stamp on some bytes covers.
  package static func imprint(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// A hash with the name of its algorithm, which must be SHA-256 (RFC 3161 2.4.1).
struct MessageImprint: DERParseable, DERSerializable {
  let hash: [UInt8]

  init(hash: [UInt8]) {
    self.hash = hash
  }

  init(derEncoded node: ASN1Node) throws {
    hash = try DER.sequence(node, identifier: .sequence) { imprint in
      let algorithm = try DER.sequence(imprint.required(), identifier: .sequence) { algorithm in
        let identifier = try ASN1ObjectIdentifier(derEncoded: &algorithm)
        algorithm.skipRest()
        return identifier
      }
      guard algorithm == Self.sha256 else { throw StampError.otherHash }
      return Array(try ASN1OctetString(derEncoded: &imprint).bytes)
    }
    guard hash.count == MerkleHash.byteCount else { throw StampError.malformed }
  }

  func serialize(into coder: inout DER.Serializer) throws {
    try coder.appendConstructedNode(identifier: .sequence) { coder in
      try coder.appendConstructedNode(identifier: .sequence) { coder in
        try coder.serialize(Self.sha256)
        try coder.serialize(ASN1Null())
      }
      try coder.serialize(ASN1OctetString(contentBytes: hash[...]))
    }
  }

  /// SHA-256 (RFC 5754 2.2).
  private static let sha256: ASN1ObjectIdentifier = [2, 16, 840, 1, 101, 3, 4, 2, 1]
}

extension ASN1NodeCollection.Iterator {
  /// The next value, if it has this tag.
  mutating func next(_ identifier: ASN1Identifier) -> ASN1Node? {
    var ahead = self
    guard let node = ahead.next(), node.identifier == identifier else { return nil }
    self = ahead
    return node
  }

  /// The next value, which must be there.
  mutating func required() throws(StampError) -> ASN1Node {
    guard let node = next() else { throw .malformed }
    return node
  }

  /// Passes over values that say nothing here.
  mutating func skipRest() { while next() != nil {} }
}
