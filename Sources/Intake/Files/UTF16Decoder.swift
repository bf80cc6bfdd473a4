/// Turns UTF-16 into UTF-8, block by block; what is no character becomes U+FFFD.
struct UTF16Decoder {
  private let isBigEndian: Bool
  /// Bytes and units of a character that a later block completes.
  private var rest: [UInt8] = []
  private var isAtStart = true

  /// A decoder for a file that starts with a byte order mark of UTF-16; nil for any other.
  init?(_ start: [UInt8]) {
    if start.starts(with: [0xFF, 0xFE]) {
      isBigEndian = false
    } else if start.starts(with: [0xFE, 0xFF]) {
      isBigEndian = true
    } else {
      return nil
    }
  }

  /// The characters that a block completes; an empty block is the end.
  mutating func decode(_ block: [UInt8]) -> [UInt8] {
    let bytes = rest + block
    var units = stride(from: 0, to: bytes.count & ~1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    rest = Array(bytes[(bytes.count & ~1)...])
    if let last = units.last, UTF16.isLeadSurrogate(last), !block.isEmpty {
      units.removeLast()
      rest = Array(bytes[(units.count * 2)...])
    }
    if isAtStart, !units.isEmpty {
      isAtStart = false
      units.removeFirst()
    }
    var text = Array(String(decoding: units, as: UTF16.self).utf8)
    if block.isEmpty, !rest.isEmpty {
      rest = []
      text += Array("\u{FFFD}".utf8)
    }
    return text
  }
}
