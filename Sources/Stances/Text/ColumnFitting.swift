/// Which side of a column a text stands on.
package enum ColumnAlignment: Sendable {
  case leading
  case trailing
}

extension StringProtocol {
  /// The text, or as much of its start as fits into so many columns with an ellipsis behind it.
  package func truncated(to columns: Int) -> String {
    if displayWidth(self) <= columns { return String(self) }
    guard columns > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in self {
      width += displayWidth(of: character)
      if width > columns - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with spaces up to so many columns; a wider text is left as it is.
  package func padded(to columns: Int, _ alignment: ColumnAlignment = .leading) -> String {
    let spaces = String(repeating: " ", count: Swift.max(0, columns - displayWidth(self)))
    return switch alignment {
    case .leading: self + spaces
    case .trailing: spaces + self
    }
  }
}
