// Rendering: documents as text, Markdown and CSV, one file per format.

import Errors
import Stances

extension Document {
  /// The document as text in lines of at most `style.width` columns.
  ///
  /// Recorded text goes through `printable`: no control character or bidirectional override of it
  /// reaches a terminal.
  package func text(_ style: TextStyle) -> String { text(style) { _ in } }

  /// The same; `check` is called with the number of bytes written by now, and throws to end what
  /// grows too long.
  package func text(
    _ style: TextStyle, checking check: (_ written: Int) throws -> Void
  ) rethrows -> String {
    var lines = wrapped(printable(title), to: style.width).map(style.bold)
    lines += query.flatMap { wrapped(printable($0), to: style.width) }.map(style.dim)
    var written = 0
    for block in blocks {
      let more = [""] + block.lines(style)
      written += more.reduce(0) { $0 + $1.utf8.count + 1 }
      try check(written)
      lines += more
    }
    lines += [""] + wrapped(printable(proof), to: style.width).map(style.dim)
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Document.Block {
  fileprivate func lines(_ style: TextStyle) -> [String] {
    switch self {
    case .heading(let text):
      let heading = wrapped(printable(text), to: style.width)
      let rule = String(repeating: "─", count: heading.map(displayWidth).max() ?? 0)
      return heading.map(style.bold) + [rule]
    case .subheading(let text):
      return wrapped(printable(text), to: style.width).map(style.bold)
    case .paragraph(let text):
      return wrapped(text.plain, to: style.width)
    case .facts(let facts):
      let labels = facts.map { printable($0.label) }
      let widest = min(labels.map(displayWidth).max() ?? 0, style.width * 3 / 8)
      return zip(facts, labels).flatMap { fact, label in
        hanging(
          fact.value.plain, after: label.truncated(to: widest).padded(to: widest) + "  ",
          width: style.width)
      }
    case .table(let table):
      let table = TextTable(table, width: style.width)
      return table.head.map(style.bold) + table.body
    case .list(let items):
      return items.flatMap { hanging($0.plain, after: "• ", width: style.width) }
    case .actions(let actions):
      return actions.flatMap { action in
        hanging(action.text.plain, after: "• ", width: style.width)
          + commandLines(printable(action.command), indent: "    ", width: style.width)
      }
    case .strips(let strips):
      return strips.flatMap { strip in
        wrapped(strip.title, to: style.width)
          + strip.lines(width: style.width, ascii: style.ascii)
      } + [""] + wrapped(TextStrip.legend(ascii: style.ascii), to: style.width).map(style.dim)
    case .notes(let notes):
      let widest = "[\(notes.count)] ".count
      return notes.enumerated().flatMap { index, note in
        hanging(
          note.plain, after: "[\(index + 1)] ".padded(to: widest, .trailing), width: style.width)
      }.map(style.dim)
    }
  }
}

/// A command in lines that a shell reads as one.
///
/// It is never broken inside quotes, and a word that is longer than a line stays whole, so that it can
/// be copied.
private func commandLines(_ command: String, indent: String, width: Int) -> [String] {
  var words: [String] = []
  var isQuoted = false
  for part in command.split(separator: " ", omittingEmptySubsequences: false) {
    // An option stays beside its value, and quotes hold together.
    let isValue = words.last?.hasPrefix("--") == true && !part.hasPrefix("--")
    if isQuoted || isValue && !words[words.count - 1].contains(" "), let last = words.popLast() {
      words.append("\(last) \(part)")
    } else {
      words.append(String(part))
    }
    if !part.count(where: { $0 == "'" }).isMultiple(of: 2) { isQuoted.toggle() }
  }
  var lines: [String] = []
  for word in words {
    // Two columns are for the mark that the line goes on.
    guard let last = lines.last, displayWidth(last) + 1 + displayWidth(word) + 2 <= width else {
      if let last = lines.popLast() { lines.append(last + " \\") }
      lines.append((lines.isEmpty ? indent : indent + "  ") + word)
      continue
    }
    lines[lines.count - 1] = "\(last) \(word)"
  }
  return lines
}

extension RichText {
  /// The text on one line, safe for a terminal.
  var plain: String {
    runs.map { run in
      switch run {
      case .text(let text), .name(let text), .subject(let text, _), .marked(let text):
        printable(text)
      case .address(let address): printable(address)
      case .notes(let numbers): "[\(numbers.map(String.init).joined(separator: ", "))]"
      }
    }.joined()
  }
}

/// How a document is written for a terminal or a text file.
package struct TextStyle: Sendable {
  /// The number of columns that no line exceeds, at least 40.
  package let width: Int
  /// Whether headings are bold and notes dim; for terminals only.
  package let color: Bool
  /// Whether drawings keep to the characters of ASCII.
  package let ascii: Bool

  /// A style for a number of columns, in colour or without.
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
