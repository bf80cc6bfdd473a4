/// A decimal number exactly as a source gave it, kept as its digits.
///
/// The shape is `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, at most 40 characters. Events carry it as a JSON
/// string: a binary floating-point number would not give the same bytes everywhere.
package struct Decimal: Hashable, Sendable, CustomStringConvertible {
  /// The digits, with a minus sign if negative.
  package let text: String

  /// Takes `text` if it is a decimal number in its one spelling, otherwise answers nil.
  package init?(_ text: String) {
    guard text.utf8.count <= 40 else { return nil }
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix { Self.isDigit($0) }
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    rest = rest[whole.endIndex...]
    if !rest.isEmpty {
      guard rest.removeFirst() == UInt8(ascii: "."), !rest.isEmpty, rest.allSatisfy(Self.isDigit)
      else { return nil }
    }
    self.text = text
  }

  package var description: String { text }

  /// Whether it is below zero.
  package var isNegative: Bool { text.utf8.first == UInt8(ascii: "-") }

  /// The number without its sign.
  package var magnitude: String { isNegative ? String(text.dropFirst()) : text }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
