package import Errors
import SwiftASN1

/// What a time-stamping authority answered (RFC 3161 2.4.2), read and not believed yet.
///
/// Whether its signature is valid, and under whose certificate, is not checked here.
package struct TimestampReply: Hashable, Sendable {
  /// SHA-256 of what was stamped.
  package let imprint: [UInt8]
  /// The number of the query, the highest byte first; nil if the reply repeats none.
  package let nonce: [UInt8]?
  /// The time that the authority claims, in UTC as RFC 3339 writes it.
  package let time: String
  /// The authority as the stamp names it; nil if it names none.
  package let authority: String?

  /// Reads a reply that grants a stamp.
  package init(_ bytes: [UInt8]) throws(StampError) {
    self = try StampError.ifMalformed {
      try DER.sequence(DER.parse(bytes), identifier: .sequence) { reply in
        let status = try DER.sequence(reply.required(), identifier: .sequence) { status in
          let code = try Int(derEncoded: &status)
          status.skipRest()
          return code
        }
        // 0 is granted, 1 granted with changes.
        guard 0...1 ~= status else { throw StampError.notGranted }
        return try TimestampReply(stamp: Self.stamp(in: reply.required()))
      }
    }
  }

  /// The stamp within its token: the content of a CMS message (RFC 5652 5.1).
  private static func stamp(in token: ASN1Node) throws -> ASN1Node {
    let message = try content(of: token, type: signedData)
    return try DER.sequence(message, identifier: .sequence) { message in
      _ = try Int(derEncoded: &message)
      _ = try message.required()
      let stamp = try content(of: message.required(), type: stampInfo)
      message.skipRest()
      return try DER.parse(ASN1OctetString(derEncoded: stamp).bytes)
    }
  }

  /// What is in a CMS message of a type.
  private static func content(of node: ASN1Node, type: ASN1ObjectIdentifier) throws -> ASN1Node {
    try DER.sequence(node, identifier: .sequence) { message in
      guard try ASN1ObjectIdentifier(derEncoded: &message) == type else {
        throw StampError.malformed
      }
      return try DER.explicitlyTagged(
        &message, tagNumber: 0, tagClass: .contextSpecific
      ) { $0 }
    }
  }

  private init(stamp: ASN1Node) throws {
    self = try DER.sequence(stamp, identifier: .sequence) { stamp in
      _ = try Int(derEncoded: &stamp)
      _ = try ASN1ObjectIdentifier(derEncoded: &stamp)
      let imprint = try MessageImprint(derEncoded: &stamp).hash
      _ = try stamp.required()
      let time = try Self.time(stamp.required())
      _ = stamp.next(.sequence)
      _ = stamp.next(.boolean)
      let nonce: ArraySlice<UInt8>? = try DER.optionalImplicitlyTagged(&stamp)
      let authority = try DER.optionalExplicitlyTagged(
        &stamp, tagNumber: 0, tagClass: .contextSpecific, Self.name)
      stamp.skipRest()
      return TimestampReply(
        imprint: imprint, nonce: nonce.map { Array($0.drop { $0 == 0 }) }, time: time,
        authority: authority ?? nil)
    }
  }

  private init(imprint: [UInt8], nonce: [UInt8]?, time: String, authority: String?) {
    self.imprint = imprint
    self.nonce = nonce
    self.time = time
    self.authority = authority
  }

  /// Signed data (RFC 5652 5.1).
  private static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 7, 2]

  /// The content of a time stamp (RFC 3161 2.4.2).
  private static let stampInfo: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 16, 1, 4]

  /// A time written as `YYYYMMDDhhmmss[.f…]Z`, as RFC 3339 writes it, with every digit of it.
  private static func time(_ node: ASN1Node) throws(StampError) -> String {
    guard node.identifier == .generalizedTime, case .primitive(let bytes) = node.content else {
      throw .malformed
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.wholeMatch(of: /[0-9]{14}(\.[0-9]{1,9})?Z/) != nil else { throw .malformed }
    let digits = Array(text)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
      + "T\(part(8..<10)):\(part(10..<12)):\(String(digits[12...]))"
  }

  /// The names in a directory name (RFC 5280 4.2.1.6), as people read them: common name first.
  private static func name(_ node: ASN1Node) throws -> String? {
    let directory = ASN1Identifier(tagWithNumber: 4, tagClass: .contextSpecific)
    guard node.identifier == directory else { return nil }
    return try DER.explicitlyTagged(node, tagNumber: 4, tagClass: .contextSpecific) { name in
      guard name.identifier == .sequence, case .constructed(let parts) = name.content else {
        throw StampError.malformed
      }
      var found: [ASN1ObjectIdentifier: String] = [:]
      for part in parts {
        guard part.identifier == .set, case .constructed(let attributes) = part.content else {
          throw StampError.malformed
        }
        // A part with several attributes is named by its first.
        var rest = attributes.makeIterator()
        let (type, text) = try attribute(rest.required())
        found[type] = text
      }
      let names = [found[commonName], found[organization]].compactMap { $0 }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
  }

  private static func attribute(_ node: ASN1Node) throws -> (ASN1ObjectIdentifier, String) {
    try DER.sequence(node, identifier: .sequence) { attribute in
      let type = try ASN1ObjectIdentifier(derEncoded: &attribute)
      guard case .primitive(let bytes) = try attribute.required().content else {
        throw StampError.malformed
      }
      return (type, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Attributes of X.520.
  private static let commonName: ASN1ObjectIdentifier = [2, 5, 4, 3]
  private static let organization: ASN1ObjectIdentifier = [2, 5, 4, 10]
}

/// Why some bytes are not a readable time stamp.
package enum StampError: StanceError, Hashable, Sendable {
  /// They are not what RFC 3161 describes.
  case malformed
  /// The stamp covers a hash other than SHA-256.
  case otherHash
  /// The authority refused.
  case notGranted

  package var kind: ErrorKind { .badData }
}

extension StampError {
  /// Reads DER: what does not parse is not a time stamp.
  static func ifMalformed<Result>(_ body: () throws -> Result) throws(StampError) -> Result {
    do {
      return try body()
    } catch let error as StampError {
      throw error
    } catch {
      throw .malformed
    }
  }
}

extension StampError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .malformed:
      "this is not a time stamp (RFC 3161, DER); use the reply exactly as the authority sent it"
    case .otherHash: "the stamp does not cover a SHA-256 hash; send the query unchanged"
    case .notGranted: "the authority granted no stamp; ask again, or ask another one"
    }
  }
}
