/// The characters that a signed note may hold (c2sp.org/signed-note, Format).
enum PlainText {
  /// Whether the bytes are valid UTF-8 without control characters below U+0020 but the newline.
  static func isAllowed(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
      && String(validating: bytes, as: UTF8.self) != nil
  }
}
