/// Compares two UTF-8 texts by their UTF-16 code units, as RFC 8785 §3.2.3 orders names.
///
/// UTF-8 and UTF-16 order differ in one thing only: in UTF-16 the scalars beyond U+FFFF (lead
/// bytes from 0xF0) are surrogates and come before U+E000 to U+FFFF (lead bytes 0xEE and 0xEF).
///
/// - Returns: A negative number, zero or a positive number, as `first` comes before, is the same
///   as or comes after `second`.
func canonicalOrder(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> Int {
  var seconds = second.makeIterator()
  for byte in first {
    guard let other = seconds.next() else { return 1 }
    if byte != other { return utf16Rank(byte) - utf16Rank(other) }
  }
  return seconds.next() == nil ? 0 : -1
}

private func utf16Rank(_ byte: UInt8) -> Int {
  byte == 0xEE || byte == 0xEF ? Int(byte) + 0x100 : Int(byte)
}

/// Writes UTF-8 text as a JSON string with the escapes of RFC 8785 §3.2.2.2 and no others.
func appendCanonicalString(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
  output.append(UInt8(ascii: "\""))
  for byte in text {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [0x5C, byte])
    case 0x08: output.append(contentsOf: "\\b".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0C: output.append(contentsOf: "\\f".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    case 0x00..<0x20:
      output.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
      output.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
    default: output.append(byte)
    }
  }
  output.append(UInt8(ascii: "\""))
}

/// Writes a finite number as ECMAScript does, which is what RFC 8785 §3.2.2.3 asks for.
///
/// Swift's `description` has the same digits, the shortest that read back as the same number, but
/// sets them out in another way: `1e+16` for ECMAScript's `10000000000000000`, `1e-07` for `1e-7`.
func appendCanonical(_ number: Double, to output: inout [UInt8]) {
  guard number != 0 else { return output.append(UInt8(ascii: "0")) }
  if number < 0 { output.append(UInt8(ascii: "-")) }

  let (digits, exponent) = shortestDigits(of: number.magnitude)
  switch exponent {
  case digits.count...max(21, digits.count) where exponent <= 21:
    output.append(contentsOf: digits)
    appendZeros(exponent - digits.count, to: &output)
  case 1...21:
    output.append(contentsOf: digits[..<exponent])
    output.append(UInt8(ascii: "."))
    output.append(contentsOf: digits[exponent...])
  case -5...0:
    output.append(contentsOf: "0.".utf8)
    appendZeros(-exponent, to: &output)
    output.append(contentsOf: digits)
  default:
    output.append(digits[0])
    if digits.count > 1 {
      output.append(UInt8(ascii: "."))
      output.append(contentsOf: digits[1...])
    }
    output.append(contentsOf: exponent > 0 ? "e+".utf8 : "e".utf8)
    output.append(contentsOf: String(exponent - 1).utf8)
  }
}

/// The digits d1…dk, neither end a zero, and the exponent n of 0.d1…dk × 10^n.
private func shortestDigits(of number: Double) -> (digits: [UInt8], exponent: Int) {
  let parts = number.description.split(separator: "e")
  let mantissa = parts[0].split(separator: ".")
  var exponent = mantissa[0].utf8.count
  if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
  var digits = mantissa.flatMap { Array($0.utf8) }
  while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
  digits.removeFirst(leadingZeros)
  return (digits, exponent - leadingZeros)
}

private func appendZeros(_ count: Int, to output: inout [UInt8]) {
  output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
}
