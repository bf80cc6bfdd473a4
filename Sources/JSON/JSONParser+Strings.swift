/// Strings: finding their end, checking UTF-8 and decoding escapes.
extension JSONParser {
  /// Reads a string, value or name, from its opening quote past its closing one.
  mutating func parseString() throws(Failure) {
    let start = offset
    offset += 1
    try skipText()
    let textEnd = offset
    if next == UInt8(ascii: "\"") {
      offset += 1
      append(
        JSONTapeEntry(
          kind: .string, start: UInt32(start), payload: UInt32(start + 1),
          count: UInt32(textEnd - start - 1)))
    } else {
      try parseEscapedString(from: start)
    }
  }

  /// Reads on from a string's first escape, decoding the whole string after the source.
  private mutating func parseEscapedString(from start: Int) throws(Failure) {
    isPlain = false
    let textStart = unescaped.count
    unescaped.append(contentsOf: source[start + 1..<offset])
    while next != UInt8(ascii: "\"") {
      guard next == UInt8(ascii: "\\") else { throw failure(.controlCharacter(next)) }
      try parseEscape()
      let plain = offset
      try skipText()
      unescaped.append(contentsOf: source[plain..<offset])
    }
    offset += 1
    append(
      JSONTapeEntry(
        kind: .string, start: UInt32(start), payload: UInt32(source.count + textStart),
        count: UInt32(unescaped.count - textStart)))
  }

  private mutating func parseEscape() throws(Failure) {
    let start = offset
    offset += 1
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(next)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"):
      offset = start
      let scalar = try parseEscapedScalar()
      unescaped.append(contentsOf: String(Character(scalar)).utf8)
      return
    default:
      throw offset < source.count
        ? Failure(reason: .badEscape, offset: start) : failure(.unfinished)
    }
    offset += 1
  }

  /// Reads `\uXXXX`, or two of them if the first is half of a surrogate pair.
  private mutating func parseEscapedScalar() throws(Failure) -> Unicode.Scalar {
    let start = offset
    let unit = try parseCodeUnitEscape()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), source[offset...].starts(with: "\\u".utf8) else {
      throw Failure(reason: .loneSurrogate, offset: start)
    }
    let second = try parseCodeUnitEscape()
    guard UTF16.isTrailSurrogate(second) else {
      throw Failure(reason: .loneSurrogate, offset: start)
    }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func parseCodeUnitEscape() throws(Failure) -> UInt16 {
    let start = offset
    offset += 2
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard offset < source.count else { throw failure(.unfinished) }
      let digit: UInt8
      switch next {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = next - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = next - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = next - UInt8(ascii: "A") + 10
      default: throw Failure(reason: .badEscape, offset: start)
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }

  /// Goes to the next quote, backslash or control character, checking UTF-8 on the way.
  private mutating func skipText() throws(Failure) {
    while true {
      skipPlainASCII()
      guard offset < source.count else { throw failure(.unfinished) }
      let byte = source[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      while next >= 0x80 { try skipMultibyteScalar() }
    }
  }

  /// Skips plain ASCII, eight bytes at a time while there are eight.
  private mutating func skipPlainASCII() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones << 7
    while offset + 8 <= source.count {
      let word = UInt64(
        littleEndian: UnsafeRawBufferPointer(source).loadUnaligned(
          fromByteOffset: offset, as: UInt64.self))
      // A zero byte is the only one that borrows from its own high bit when 1 is subtracted; what
      // borrows leave in later bytes does not matter, for only the first mark counts.
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let marks =
        ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (word &- ones &* 0x20) | word) & highBits
      if marks != 0 {
        offset += marks.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
    while offset < source.count, 0x20..<0x80 ~= source[offset],
      source[offset] != UInt8(ascii: "\""), source[offset] != UInt8(ascii: "\\")
    {
      offset += 1
    }
  }

  /// Goes over one scalar of two to four bytes (the Unicode Standard, table 3-7).
  private mutating func skipMultibyteScalar() throws(Failure) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch next {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: throw failure(.invalidUTF8)
    }
    guard offset + length <= source.count, second ~= source[offset + 1] else {
      throw failure(.invalidUTF8)
    }
    for index in offset + 2..<offset + length where !(0x80...0xBF ~= source[index]) {
      throw failure(.invalidUTF8)
    }
    offset += length
  }
}
