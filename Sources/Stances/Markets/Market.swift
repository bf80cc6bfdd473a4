package import Errors

/// A market, by code: a country of ISO 3166-1, a region of ISO 3166-2 that measures set apart
/// (`UA-43`, Crimea), or `EU`, `XK` (Kosovo) or `INT` (international).
package struct Market: Hashable, Sendable {
  /// The code's ASCII characters, the first in the highest of eight bytes; it orders as the code
  /// does.
  package let rawValue: UInt64

  /// The market with a code in upper case.
  package init(code: String) throws(MarketError) {
    guard let market = Self(packing: code), MarketDirectory.shared.names[market] != nil else {
      throw .notACode(code)
    }
    self = market
  }

  /// Packs what has the form of a code, whether or not it is a market's: two or three capital
  /// letters, or two and up to three letters or digits after a hyphen.
  package init?(packing code: some StringProtocol) {
    let characters = code.utf8
    guard 2...6 ~= characters.count else { return nil }
    let letters = characters.prefix { 0x41...0x5A ~= $0 }
    let rest = characters[letters.endIndex...]
    if rest.isEmpty {
      guard letters.count <= 3 else { return nil }
    } else {
      guard letters.count == 2, rest.count >= 2, rest.first == UInt8(ascii: "-"),
        rest.dropFirst().allSatisfy({ 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 })
      else { return nil }
    }
    rawValue = Self.packed(characters)
  }

  /// The bytes of a code, the first in the highest of eight; no market has more.
  package static func packed(_ code: some Collection<UInt8>) -> UInt64 {
    guard code.count <= 8 else { return 0 }
    let packed = code.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return code.isEmpty ? 0 : packed << UInt64(8 * (8 - code.count))
  }

  /// The code, as in `RU`.
  package var code: String {
    let count = 8 - rawValue.trailingZeroBitCount / 8
    return withUnsafeBytes(of: rawValue.bigEndian) {
      String(decoding: UnsafeRawBufferPointer(rebasing: $0.prefix(count)), as: UTF8.self)
    }
  }

  /// Whether it means markets at large, `INT`.
  package var isAtLarge: Bool { code == "INT" }

  /// What names it in little room: the code, or a region's name, since few know a region's code.
  package var label: String { code.contains("-") ? englishName : code }

  /// The short English name, as in "Russia".
  package var englishName: String { MarketDirectory.shared.names[self] ?? code }
}

extension Market: CaseIterable {
  /// Every market, in the order of the codes.
  package static var allCases: [Market] { MarketDirectory.shared.names.keys.sorted() }
}

extension Market: Comparable {
  package static func < (left: Market, right: Market) -> Bool { left.rawValue < right.rawValue }
}

extension Market: CustomStringConvertible {
  package var description: String { code }
}

/// Why a text is refused as a market.
package enum MarketError: StanceError, Hashable, Sendable {
  /// No market has this code.
  case notACode(String)

  package var kind: ErrorKind { .badData }
}

extension MarketError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notACode(let text):
      let suggestions = MarketDirectory.shared.suggestions(for: text)
        .map { "\($0.code) (\($0.englishName))" }
      let advice =
        suggestions.isEmpty
        ? "write a two-letter code of ISO 3166-1 such as RU, or EU, XK or INT"
        : "did you mean \(enumerated(suggestions, conjunction: "or"))?"
      return "'\(printable(text))' is not a market code; \(advice)"
    }
  }
}
