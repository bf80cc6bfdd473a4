/// What a time-stamping authority answered (RFC 3161 2.4.2), read and not believed yet.
///
/// Whether its signature holds, and under whose certificate, is not asked here.
package struct TimestampReply: Hashable, Sendable {
  /// SHA-256 of what was stamped.
  package let imprint: [UInt8]
  /// The number of the query, the highest byte first; nil where the reply repeats none.
  package let nonce: [UInt8]?
  /// The time that the authority claims, in UTC as RFC 3339 writes it.
  package let time: String
  /// The authority as the stamp names it; nil where it names none.
  package let authority: String?

  /// Reads a reply that grants a stamp.
  package init(_ bytes: [UInt8]) throws(StampError) {
    var outer = DERReader(bytes[...])
    var reply = try outer.enter(DER.sequence)
    guard outer.nextTag == nil else { throw .malformed }
    var status = try reply.enter(DER.sequence)
    // 0 is granted, 1 granted with changes.
    guard let code = try status.next(DER.integer).last, code <= 1 else { throw .notGranted }
    var stamp = try Self.stamp(in: reply.enter(DER.sequence))
    _ = try stamp.next(DER.integer)
    _ = try stamp.next(DER.identifier)
    imprint = try stamp.imprint()
    _ = try stamp.next(DER.integer)
    time = try Self.time(stamp.next(DER.time))
    _ = try stamp.optional(DER.sequence)
    _ = try stamp.optional(DER.boolean)
    nonce = try stamp.optional(DER.integer).map { Array($0.drop { $0 == 0 }) }
    authority = try stamp.optional(DER.context(0)).flatMap(Self.name)
  }

  /// The stamp within its token: the content of a CMS message (RFC 5652 5.1).
  private static func stamp(in token: DERReader) throws(StampError) -> DERReader {
    var token = token
    guard Array(try token.next(DER.identifier)) == signedData else { throw .malformed }
    var wrapped = try token.enter(DER.context(0))
    var message = try wrapped.enter(DER.sequence)
    _ = try message.next(DER.integer)
    _ = try message.next(DER.set)
    var content = try message.enter(DER.sequence)
    guard Array(try content.next(DER.identifier)) == stampInfo else { throw .malformed }
    var stamp = try content.enter(DER.context(0))
    var octets = DERReader(try stamp.next(DER.octets))
    return try octets.enter(DER.sequence)
  }

  /// 1.2.840.113549.1.7.2, signed data (RFC 5652 5.1).
  private static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]

  /// 1.2.840.113549.1.9.16.1.4, the content of a time stamp (RFC 3161 2.4.2).
  private static let stampInfo: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x04,
  ]

  /// A time written as `YYYYMMDDhhmmss[.f…]Z`, as RFC 3339 writes it.
  private static func time(_ bytes: ArraySlice<UInt8>) throws(StampError) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.wholeMatch(of: /[0-9]{14}(\.[0-9]{1,9})?Z/) != nil else { throw .malformed }
    let digits = Array(text)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
      + "T\(part(8..<10)):\(part(10..<12)):\(String(digits[12...]))"
  }

  /// The names in a directory name (RFC 5280 4.2.1.6), as people read them: common name first.
  private static func name(_ bytes: ArraySlice<UInt8>) throws(StampError) -> String? {
    var general = DERReader(bytes)
    guard let directory = try general.optional(DER.context(4)) else { return nil }
    var outer = DERReader(directory)
    var parts = try outer.enter(DER.sequence)
    var found: [UInt8: String] = [:]
    while parts.nextTag != nil {
      var attributes = try parts.enter(DER.set)
      var attribute = try attributes.enter(DER.sequence)
      let type = Array(try attribute.next(DER.identifier))
      guard let tag = attribute.nextTag else { throw .malformed }
      let text = String(decoding: try attribute.next(tag), as: UTF8.self)
      // 2.5.4.3 is a common name, 2.5.4.10 an organization.
      if type.prefix(2) == [0x55, 0x04], let last = type.last { found[last] = text }
    }
    let names = [found[3], found[10]].compactMap { $0 }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
