/// The reply of an authority that stamps whatever it is asked to, and signs nothing (RFC 3161).
package struct StampReply {
  /// SHA-256 of what is stamped.
  package var imprint: [UInt8]
  /// The number that is repeated.
  package var nonce: [UInt8] = [0x11, 0x22]
  /// The time as DER has it.
  package var time = "20220506123456Z"
  /// What the authority calls itself.
  package var authority = "Example Time Stamps"
  /// 0 for a stamp that is granted.
  package var status: UInt8 = 0

  /// A stamp on a hash.
  package init(imprint: [UInt8]) {
    self.imprint = imprint
  }

  /// The reply as it would be sent.
  package var bytes: [UInt8] {
    let name = value(0x31, value(0x30, [0x06, 3, 0x55, 4, 3] + value(0x0C, Array(authority.utf8))))
    let hash = value(0x30, value(0x30, Self.sha256 + [5, 0]) + value(4, imprint))
    let stamp =
      [2, 1, 1, 6, 1, 0x2A] + hash + [2, 1, 9] + value(0x18, Array(time.utf8))
      + value(0x30, [2, 1, 1]) + value(2, nonce) + value(0xA0, value(0xA4, value(0x30, name)))
    let content = Self.stampInfo + value(0xA0, value(4, value(0x30, stamp)))
    let message = value(0x30, [2, 1, 3] + value(0x31, []) + value(0x30, content) + value(0x31, []))
    return value(
      0x30, value(0x30, [2, 1, status]) + value(0x30, Self.signedData + value(0xA0, message)))
  }

  private static let sha256: [UInt8] = [6, 9, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
  private static let signedData: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]
  private static let stampInfo: [UInt8] = [
    6, 11, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 1, 4,
  ]

  private func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    let length: [UInt8] =
      switch count {
      case ..<0x80: [UInt8(count)]
      case ..<0x100: [0x81, UInt8(count)]
      default: [0x82, UInt8(count >> 8), UInt8(count & 0xFF)]
      }
    return [tag] + length + content
  }
}
