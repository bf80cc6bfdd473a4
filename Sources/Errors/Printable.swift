/// The text made safe for a terminal and for one line of output.
///
/// Tabs and line breaks become spaces. Every other control character (C0, DEL, C1, so no escape
/// sequence survives) and every character that reorders what follows (bidirectional marks,
/// embeddings, overrides and isolates) becomes a visible escape such as `\u{202E}`.
package func printable(_ text: some StringProtocol) -> String {
  printable(text, keepsMarks: false)
}

/// The text made safe as ``printable(_:)`` does it, but for the three marks that stand for one
/// invisible letter (U+061C, U+200E, U+200F).
///
/// Names are spelt with them, and they reach no further than their neighbours.
package func printableData(_ text: some StringProtocol) -> String {
  printable(text, keepsMarks: true)
}

private func printable(_ text: some StringProtocol, keepsMarks: Bool) -> String {
  // Nearly every text is.
  var whole = String(text)
  if whole.withUTF8(isSurelyPrintable) { return whole }
  var result = ""
  result.unicodeScalars.reserveCapacity(text.utf8.count)
  var endedInCarriageReturn = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    // CR LF is one line break.
    case 0x0A where endedInCarriageReturn: break
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: result.append(" ")
    case 0x061C where keepsMarks, 0x200E...0x200F where keepsMarks:
      result.unicodeScalars.append(scalar)
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
      result.append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
    default: result.unicodeScalars.append(scalar)
    }
    endedInCarriageReturn = scalar == "\r"
  }
  return result
}

/// Whether none of some bytes can belong to a character that is shown in another way; of a text
/// with quotation marks or dashes beyond ASCII it is not said.
private func isSurelyPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var before: UInt8 = 0
  for byte in bytes {
    switch (before, byte) {
    case (_, 0x00...0x1F), (_, 0x7F): return false
    // U+0080 to U+009F, U+061C, and U+2000 to U+207F with all that reorders.
    case (0xC2, 0x80...0x9F), (0xD8, 0x9C), (0xE2, 0x80...0x81): return false
    default: before = byte
    }
  }
  return true
}
