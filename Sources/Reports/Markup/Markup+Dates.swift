import Stances

extension Markup.StringInterpolation {
  /// Escaped text in which every day of the calendar is marked as one, so that it stays on a line.
  mutating func appendInterpolation(dated text: String) {
    var rest = text[...]
    while let match = rest.firstMatch(of: /\d{4}-\d\d-\d\d/) {
      let end = match.range.upperBound
      appendInterpolation(rest[..<match.range.lowerBound])
      if (try? Day(iso: String(match.output))) == nil {
        appendInterpolation(match.output)
      } else {
        appendInterpolation("<time>\(match.output)</time>" as Markup)
      }
      rest = rest[end...]
    }
    appendInterpolation(rest)
  }
}
