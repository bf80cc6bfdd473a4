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
