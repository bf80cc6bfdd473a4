/// How a document is written for a terminal or a text file.
package struct TextStyle: Sendable {
  /// The number of columns that no line exceeds, at least 40.
  package let width: Int
  /// Whether headings are bold and notes dim; for terminals only.
  package let color: Bool
  /// Whether drawings keep to the characters of ASCII.
  package let ascii: Bool

  /// A style for so many columns, in colour or without.
  package init(width: Int = 100, color: Bool, ascii: Bool = false) {
    self.width = max(40, width)
    self.color = color
    self.ascii = ascii
  }

  /// A line in bold.
  func bold(_ line: String) -> String { marked(line, "1") }

  /// A line in a fainter tone.
  func dim(_ line: String) -> String { marked(line, "2") }

  /// A line under an attribute of ECMA-48's "select graphic rendition".
  private func marked(_ line: String, _ attribute: String) -> String {
    color && !line.isEmpty ? "\u{1B}[\(attribute)m\(line)\u{1B}[0m" : line
  }
}
