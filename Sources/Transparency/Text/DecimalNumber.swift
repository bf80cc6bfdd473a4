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
