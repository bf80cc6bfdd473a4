import Projections
import Stances

extension Answer {
  /// What the query was, on one line under a report's title.
  var queryLine: String { clocks.queryLine(rules: rules) }
}

extension Clocks {
  /// The query in words, with the rules by which it was answered.
  func queryLine(rules: String) -> String {
    let known = knownBy.map { "as known by \($0)" } ?? "with all that is known today"
    let parts = ["As of \(to), \(known)", fuzzyWords, "log position \(at)", "rules \(rules)"]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private var fuzzyWords: String? {
    switch fuzzy {
    case .lenient: nil
    case .strict: "fuzzy dates strict"
    }
  }
}
