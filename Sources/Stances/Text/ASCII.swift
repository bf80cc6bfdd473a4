extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  package var isASCIILetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Its two hexadecimal digits, in capitals as percent-encoding (RFC 3986) and quoted-printable
  /// (RFC 2045) have them.
  package var hexDigits: String {
    let digits = String(self, radix: 16, uppercase: true)
    return self < 16 ? "0" + digits : digits
  }
}
