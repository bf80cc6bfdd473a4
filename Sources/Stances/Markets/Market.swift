package import Errors

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

  /// Whether it means markets at large, `INT`.
  package var isAtLarge: Bool { code == "INT" }

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

/// The market table, read once for look-ups by code and by name.
struct MarketDirectory: Sendable {
  static let shared = MarketDirectory()

  /// Every market's English name.
  let names: [Market: String]
  /// Markets by alpha-3 code, English name and common other name, all in lower case.
  let aliases: [String: Market]

  private init() {
    var names: [Market: String] = [:]
    var aliases: [String: Market] = [:]
    for table in [MarketTable.assigned, MarketTable.additional] {
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: " ", maxSplits: 2)
        guard columns.count == 3, let market = Market(packing: columns[0]) else { continue }
        names[market] = String(columns[2])
        aliases[columns[1].lowercased()] = market
        aliases[columns[2].lowercased()] = market
      }
    }
    for (name, code) in MarketTable.otherNames {
      aliases[name] = Market(packing: code)
    }
    aliases["-"] = nil
    self.names = names
    self.aliases = aliases
  }

  /// The markets that a text may mean if it is not a code, likeliest first.
  func suggestions(for text: String) -> [Market] {
    if let market = Market(packing: text.uppercased()), names[market] != nil { return [market] }
    let name = text.lowercased()
    if let market = aliases[name] { return [market] }
    let near = nearestNames(to: name, among: aliases.keys.filter { $0.count > 3 })
    return near.compactMap { aliases[$0] }.reduce(into: []) { markets, market in
      if !markets.contains(market) { markets.append(market) }
    }
  }
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
