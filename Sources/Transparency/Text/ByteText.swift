import Crypto

/// Base 64 with padding, in its one canonical spelling (RFC 4648 §4).
package enum Base64 {
  /// The text of some bytes, as UTF-8.
  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var pending: UInt32 = 0
    var count = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        appendGroup(pending, digits: 4, to: &text)
        pending = 0
        count = 0
      }
    }
    if count > 0 { appendGroup(pending << (8 * (3 - UInt32(count))), digits: count + 1, to: &text) }
    return text
  }

  /// The bytes of a text, or nil if the text is not what `encode` writes for them.
  ///
  /// So white space, the URL alphabet, missing padding and set bits after the last byte are
  /// refused: two spellings of one signature would be two notes.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let digits = text.prefix { $0 != padding }
    let paddingCount = text.count - digits.count
    guard paddingCount <= 2, text.suffix(paddingCount).allSatisfy({ $0 == padding }) else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4 * 3 + 2)
    var pending: UInt32 = 0
    var bits = 0
    for digit in digits {
      guard let value = value(of: digit) else { return nil }
      pending = pending << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(pending >> UInt32(bits)))
        pending &= (1 << UInt32(bits)) - 1
      }
    }
    return pending == 0 ? bytes : nil
  }

  private static let padding = UInt8(ascii: "=")

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func appendGroup(_ bits: UInt32, digits: Int, to text: inout [UInt8]) {
    for position in 0..<4 {
      let digit = Int(bits >> UInt32(18 - 6 * position)) & 63
      text.append(position < digits ? alphabet[digit] : padding)
    }
  }

  private static func value(of digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}

/// The SHA-256 (FIPS 180-4) of bytes as people compare it: 64 lower-case hexadecimal digits.
package enum SHA256Text {
  /// The digest of some bytes.
  package static func digest(of bytes: [UInt8]) -> String {
    Hexadecimal.encode(SHA256.hash(data: bytes))
  }
}

/// Lower-case hexadecimal, two digits a byte.
package enum Hexadecimal {
  /// The text of some bytes.
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text, or nil if a digit is missing, foreign or in upper case.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text {
      guard let value = value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 97 + 10
    default: nil
    }
  }
}
