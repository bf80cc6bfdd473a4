/// Takes lines off the front of some bytes.
///
/// Lines end at the byte 0x0A alone. Swift's `Character` would take CR and LF for one, and so
/// hide a carriage return from every check.
struct LineScanner {
  /// What has not been read yet.
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) {
    rest = Array(bytes)[...]
  }

  /// The next line without its newline, or nil if no newline is left.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}

/// The characters that a signed note may hold (c2sp.org/signed-note, Format).
enum PlainText {
  /// Whether the bytes are valid UTF-8 without control characters below U+0020 except the newline.
  static func isAllowed(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
      && String(validating: bytes, as: UTF8.self) != nil
  }
}

/// Sizes, indices and times as the formats spell them: ASCII digits without a leading zero.
enum DecimalNumber {
  /// The greatest number any of the formats allows, 2^63 − 1.
  static let greatest = UInt64(Int64.max)

  /// The number of a text, or nil if it has a sign, a leading zero or anything but digits.
  static func decode(_ text: some Collection<UInt8>) -> UInt64? {
    guard let first = text.first, first != UInt8(ascii: "0") || text.count == 1 else { return nil }
    var number: UInt64 = 0
    for digit in text {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      let (shifted, tooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = shifted.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
      if tooLarge || overflow { return nil }
      number = sum
    }
    return number <= greatest ? number : nil
  }
}
