/// A name for an event that was not named: a UUID of version 7 (RFC 9562, section 5.7).
///
/// Its first 48 bits are the time, so that names sort as they were given.
package struct TimeOrderedIdentifier {
  /// The 36 lower-case characters; a slug as well.
  package let text: String

  /// - Parameters:
  ///   - milliseconds: The time since 1970-01-01T00:00:00Z.
  ///   - generator: the source of the other 74 bits.
  package init(milliseconds: Int64, using generator: inout some RandomNumberGenerator) {
    let version: UInt64 = 7 << 12
    let variant: UInt64 = 0b10 << 62
    let high = UInt64(bitPattern: milliseconds) << 16 | version | generator.next() & 0xFFF
    let low = variant | generator.next() >> 2
    let digits = [high, low].map { half in
      let hexadecimal = String(half, radix: 16)
      return String(repeating: "0", count: 16 - hexadecimal.count) + hexadecimal
    }
    .joined()
    var rest = digits[...]
    let groups = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    text = groups.joined(separator: "-")
  }
}
