/// A colour of the sRGB space, with its contrast to others.
struct Color: Hashable, Sendable {
  /// Red, green and blue in the lowest three bytes.
  let value: UInt32

  init(_ value: UInt32) {
    self.value = value
  }

  /// The colour as style sheets write it, such as `#1b1d1f`.
  var css: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// How much light it gives, 0 for black to 1 for white (WCAG 2.2, relative luminance).
  var luminance: Double {
    0.2126 * Self.linear[channel(16)] + 0.7152 * Self.linear[channel(8)]
      + 0.0722 * Self.linear[channel(0)]
  }

  /// The contrast to another colour, 1 to 21 (WCAG 2.2, contrast ratio).
  func contrast(to other: Color) -> Double {
    let (one, two) = (luminance + 0.05, other.luminance + 0.05)
    return max(one, two) / min(one, two)
  }

  private func channel(_ shift: UInt32) -> Int { Int(value >> shift & 0xFF) }

  /// The light of each value of a channel, by squaring instead of powers: x^2.4 = x²·x^0.4, and
  /// the fifth root comes from Newton's steps.
  private static let linear: [Double] = (0...255).map { byte in
    let value = Double(byte) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}
