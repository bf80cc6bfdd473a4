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

extension Decimal {
  /// How a text that is no decimal number is written as one; several where it may mean several.
  static func suggestions(for text: String) -> [String] {
    guard text.utf8.count <= 60 else { return [] }
    var plain = ""
    for character in text {
      switch character {
      case "\u{2212}", "\u{2013}", "\u{FE63}", "\u{FF0D}": plain.append("-")
      case _ where character.isWhitespace: continue
      case "'", "\u{2019}", "_": continue
      default: plain.append(character)
      }
    }
    if plain.first == "+" { plain.removeFirst() }
    return readings(of: plain).map(trimmed).filter { $0 != text && Decimal($0) != nil }
  }

  /// What commas and points may mean: "12,5" a fraction, "1,234,567" thousands, "1,000" either.
  private static func readings(of text: String) -> [String] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      let points = text.split(separator: ".", omittingEmptySubsequences: false)
      return [points.count > 2 && areThousands(points.dropFirst()) ? points.joined() : text]
    }
    let whole = parts.joined()
    if parts.count > 2 || text.contains(".") {
      if parts.count == 2, let comma = text.firstIndex(of: ","),
        text[..<comma].contains(".")
      {
        // "1.234,5": points part thousands, and the comma begins the fraction.
        return [parts[0].replacing(".", with: "") + "." + parts[1]]
      }
      return [whole]
    }
    let fraction = parts.joined(separator: ".")
    let isEither =
      areThousands(parts.dropFirst()) && 1...3 ~= parts[0].filter(\.isNumber).count
      && parts[0] != "0" && parts[0] != "-0"
    return isEither ? [whole, fraction] : [fraction]
  }

  private static func areThousands(_ groups: ArraySlice<Substring>) -> Bool {
    groups.allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
  }

  /// Without needless zeros before the number, and with one where a point begins it.
  private static func trimmed(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(sign.count).drop { $0 == "0" }
    return sign + (digits.first.map { $0.isNumber } ?? false ? "" : "0") + digits
  }
}
