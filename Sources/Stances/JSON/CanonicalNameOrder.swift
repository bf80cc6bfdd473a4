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
