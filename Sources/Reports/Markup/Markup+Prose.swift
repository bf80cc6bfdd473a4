import Stances

extension Markup.StringInterpolation {
  /// Escaped text of a report: days of the calendar stay on a line, and what is longer than a word
  /// of any language may end anywhere, so that it widens no column.
  mutating func appendInterpolation(prose text: String) {
    var rest = text[...]
    while let match = rest.firstMatch(of: /\d{4}-\d\d-\d\d/) {
      let end = match.range.upperBound
      appendInterpolation(breakable: rest[..<match.range.lowerBound])
      if (try? Day(iso: String(match.output))) == nil {
        appendInterpolation(breakable: match.output)
      } else {
        appendInterpolation("<time>\(match.output)</time>" as Markup)
      }
      rest = rest[end...]
    }
    appendInterpolation(breakable: rest)
  }

  /// Escaped text whose overlong words have places at which they may break.
  private mutating func appendInterpolation(breakable text: Substring) {
    var rest = text[...]
    // Browsers break at blanks and hyphens by themselves.
    while let word = rest.firstMatch(of: /[^\s\-]{25,}/) {
      appendInterpolation(rest[..<word.range.lowerBound])
      var letters = word.output
      while !letters.isEmpty {
        appendInterpolation(letters.prefix(12))
        letters = letters.dropFirst(12)
        if !letters.isEmpty { appendLiteral("<wbr>") }
      }
      rest = rest[word.range.upperBound...]
    }
    appendInterpolation(rest)
  }
}
