/// A market, by code: a country of ISO 3166-1, or `EU`, `XK` (Kosovo) or `INT` (international).
package struct Market: Hashable, Sendable {
  /// The code's ASCII letters, the first in the highest of three bytes; it orders as the code does.
  package let rawValue: UInt32

  /// The market with a code in upper case.
  package init(code: String) throws(MarketError) {
    guard let market = Self(packing: code), MarketDirectory.shared.names[market] != nil else {
      throw .notACode(code)
    }
    self = market
  }

  /// Packs two or three capital letters, whether or not they are a market's code.
  package init?(packing code: some StringProtocol) {
    let letters = code.utf8
    guard 2...3 ~= letters.count, letters.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
    let packed = letters.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    rawValue = letters.count == 2 ? packed << 8 : packed
  }

  /// The code, as in `RU`.
  package var code: String {
    let bytes = [rawValue >> 16, rawValue >> 8, rawValue].map { UInt8(truncatingIfNeeded: $0) }
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

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
