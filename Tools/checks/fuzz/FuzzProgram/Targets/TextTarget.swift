import Errors
import Stances

/// Any text can be shown: safe for a terminal, and in no more columns than there are.
func acceptsText(_ bytes: [UInt8]) -> Bool {
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  let shown = printable(text)
  hold(!shown.unicodeScalars.contains(where: isDangerous), "a control character is shown")
  hold(printable(shown) == shown, "what is safe is not left alone")
  let columns = 1 + Int(bytes.first ?? 0) % 100
  let cut = shown.truncated(to: columns)
  hold(displayWidth(cut) <= columns, "a text is cut to \(displayWidth(cut)), not \(columns)")
  let padded = cut.padded(to: columns)
  hold(displayWidth(padded) >= displayWidth(cut), "a text is shorter for being padded")
  _ = nearestNames(to: text, among: ["lenovo", "xiaomi", text])
  return true
}

/// What acts on a terminal or reorders what follows (Unicode: Cc, the bidirectional controls).
private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  default: scalar.properties.isBidiControl
  }
}
