package import Errors

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
