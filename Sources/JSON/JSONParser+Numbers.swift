/// Numbers: the grammar, and the range in which they are exact or at least finite.
extension JSONParser {
  /// The greatest integer up to which a 64-bit float holds every integer.
  private static var greatestInteger: UInt64 { 1 << 53 - 1 }

  /// Reads a number.
  mutating func parseNumber() throws(Failure) {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    let digits = offset
    try skipDigits()
    if source[digits] == UInt8(ascii: "0"), offset > digits + 1 {
      throw Failure(reason: .leadingZero, offset: start)
    }
    let isInteger = try !skipFractionAndExponent()
    if isInteger {
      try checkInteger(digits: digits..<offset, start: start)
    } else {
      try checkFraction(start..<offset)
    }
    if !isInteger || source[start..<offset].elementsEqual("-0".utf8) { isPlain = false }
    append(
      JSONTapeEntry(
        kind: .number, start: UInt32(start), payload: isInteger ? 1 : 0,
        count: UInt32(offset - start)))
  }

  /// Returns whether there was either.
  private mutating func skipFractionAndExponent() throws(Failure) -> Bool {
    let start = offset
    if next == UInt8(ascii: ".") {
      offset += 1
      try skipDigits()
    }
    if next | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    return offset > start
  }

  /// Goes over one digit or more.
  private mutating func skipDigits() throws(Failure) {
    let start = offset
    while UInt8(ascii: "0")...UInt8(ascii: "9") ~= next { offset += 1 }
    if offset == start { throw failure(.malformedNumber) }
  }

  private func checkInteger(digits: Range<Int>, start: Int) throws(Failure) {
    var magnitude: UInt64 = 0
    // Seventeen digits cannot overflow 64 bits and are always too many.
    for byte in source[digits].prefix(17) {
      magnitude = magnitude * 10 + UInt64(byte - UInt8(ascii: "0"))
    }
    guard magnitude <= Self.greatestInteger else {
      throw Failure(reason: .integerOutOfRange, offset: start)
    }
  }

  /// Checks a number with a fraction or an exponent.
  ///
  /// From 2^53 to 10^21 its canonical form would have neither, and be refused as an integer; what
  /// is accepted must stay so when it is written.
  private func checkFraction(_ number: Range<Int>) throws(Failure) {
    let value = Double(String(decoding: source[number], as: UTF8.self))
    guard let value, value.isFinite else {
      throw Failure(reason: .numberOutOfRange, offset: number.lowerBound)
    }
    if 0x1p53..<1e21 ~= value.magnitude {
      throw Failure(reason: .integerOutOfRange, offset: number.lowerBound)
    }
  }
}
