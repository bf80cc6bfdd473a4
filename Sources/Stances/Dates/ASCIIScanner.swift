/// Reads fixed ASCII forms, such as dates, byte by byte; a `take` that fails consumes nothing.
struct ASCIIScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The byte ahead, if any.
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// Whether these bytes come next.
  func isNext(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    guard bytes.count - position >= count else { return false }
    return expected.withUTF8Buffer { $0.elementsEqual(bytes[position..<(position + count)]) }
  }

  /// Consumes one byte if it comes next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == byte.value else { return false }
    position += 1
    return true
  }

  /// Consumes these bytes if they come next.
  mutating func take(sequence expected: StaticString) -> Bool {
    guard isNext(expected) else { return false }
    position += expected.utf8CodeUnitCount
    return true
  }

  /// Consumes exactly so many digits and gives their number.
  mutating func takeDigits(_ count: Int) -> Int? {
    guard bytes.count - position >= count else { return nil }
    var number = 0
    for byte in bytes[position..<(position + count)] {
      guard let digit = decimalDigit(byte) else { return nil }
      number = number * 10 + digit
    }
    position += count
    return number
  }

  /// Consumes every digit ahead and gives their values, for forms of varying length.
  mutating func takeDigitRun() -> [Int] {
    var digits: [Int] = []
    while let next, let digit = decimalDigit(next) {
      digits.append(digit)
      position += 1
    }
    return digits
  }
}

/// The value of an ASCII digit.
private func decimalDigit(_ byte: UInt8) -> Int? {
  0x30...0x39 ~= byte ? Int(byte - 0x30) : nil
}
