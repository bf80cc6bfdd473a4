import Errors
import Stances

extension Document {
  /// The document as GitHub-flavoured Markdown.
  ///
  /// Recorded text is escaped, so that none of it becomes markup; only `http` and `https` addresses
  /// of evidence become links.
  package func markdown() -> String { markdown { _ in } }

  /// The same; `check` is called with the number of bytes written by now, and throws to end what
  /// grows too long.
  package func markdown(checking check: (_ written: Int) throws -> Void) rethrows -> String {
    let head = ["# \(escapedMarkdown(title))"] + query.map { escapedMarkdown($0) }
    var written = 0
    let body = try blocks.map { block in
      let text = block.markdown
      written += text.utf8.count
      try check(written)
      return text
    }
    return (head + body + [escapedMarkdown(proof)]).map { $0 + "\n" }.joined(separator: "\n")
  }
}

extension Document.Block {
  /// Two kinds of list marks, because lists of one mark in a row would become one.
  fileprivate var markdown: String {
    switch self {
    case .heading(let text): "## \(escapedMarkdown(text))"
    case .subheading(let text): "### \(escapedMarkdown(text))"
    case .paragraph(let text): text.markdown
    case .facts(let facts):
      facts.map { "- **\(escapedMarkdown($0.label)):** \($0.value.markdown)" }
        .joined(separator: "\n")
    case .table(let table): table.markdown
    case .list(let items): items.map { "* \($0.markdown)" }.joined(separator: "\n")
    case .actions(let actions):
      actions.map { "* \($0.text.markdown)\n  \(markdownCode($0.command))" }
        .joined(separator: "\n")
    case .strips(let strips):
      // Nothing of an event is in a strip, so nothing can end the fence.
      (["```text"]
        + strips.flatMap { [$0.title] + $0.lines(width: 80, ascii: false) + [""] }
        + [TextStrip.legend(ascii: false), "```"]).joined(separator: "\n")
    case .notes(let notes):
      notes.enumerated().map { "\($0 + 1). \($1.markdown)" }.joined(separator: "\n")
    }
  }
}

extension Table {
  fileprivate var markdown: String {
    let titles = columns.map { escapedMarkdown($0.title) }
    let rule = columns.map { $0.alignment == .leading ? "---" : "---:" }
    return ([titles, rule] + rows.map { $0.map(\.markdown) })
      .map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}

extension RichText {
  fileprivate var markdown: String {
    runs.enumerated().map { index, run in
      switch run {
      case .text(let text), .name(let text), .subject(let text, _):
        escapedMarkdown(text, atLineStart: index == 0)
      case .address(let address): markdownLink(address)
      case .marked(let text): "**\(escapedMarkdown(text))**"
      case .notes(let numbers): "\\[\(numbers.map(String.init).joined(separator: ", "))\\]"
      }
    }.joined()
  }
}

/// The text as Markdown that shows exactly it on one line, safe in a paragraph and in a table cell.
///
/// Source: CommonMark 0.31.2 §2.4, backslash escapes, and what GitHub adds: tables, strikethrough,
/// mathematics, emoji names, and links without brackets.
func escapedMarkdown(_ text: String, atLineStart: Bool = true) -> String {
  var rest = printable(text)[...]
  var escaped = ""
  if atLineStart {
    // Blanks could make a code block.
    rest = rest.drop(while: \.isWhitespace)
    let number = rest.prefix { ("0"..."9").contains($0) }
    if isBlockMark(rest[number.endIndex...], behindNumber: !number.isEmpty) {
      escaped += number + "\\"
      rest = rest[number.endIndex...]
    }
  }
  var before: Unicode.Scalar?
  let scalars = Array(rest.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    if isMarkup(scalar, after: before, before: next) { escaped += "\\" }
    escaped.unicodeScalars.append(scalar)
    before = scalar
  }
  return escaped
}

/// Whether a text at the start of a line begins a list or underlines a heading.
private func isBlockMark(_ text: Substring, behindNumber: Bool) -> Bool {
  guard let mark = text.first else { return false }
  let next = text.dropFirst().first
  let standsAlone = next == nil || next == " "
  return switch mark {
  case ".", ")": behindNumber && standsAlone
  case "+": standsAlone
  case "-": standsAlone || next == "-"
  case "=": true
  default: false
  }
}

/// Whether a character can be markup anywhere in a line.
private func isMarkup(
  _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
) -> Bool {
  switch scalar {
  case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "@", "#": true
  case ":": next.map { $0 != " " } ?? false
  case ".": previous == "w" || previous == "W"
  default: false
  }
}

/// A text as code, between more backticks than it has in a row.
private func markdownCode(_ text: String) -> String {
  let text = printable(text)
  let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
  let marks = String(repeating: "`", count: longest + 1)
  let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
  return marks + pad + text + pad + marks
}

/// A link to an `http` or `https` address that shows the address; any other one as plain text.
func markdownLink(_ address: String) -> String {
  let shown = escapedMarkdown(address, atLineStart: false)
  let scheme = address.prefix { $0 != ":" }.lowercased()
  guard scheme == "http" || scheme == "https" else { return shown }
  return "[\(shown)](<\(encodedAddress(address))>)"
}

/// The address with all bytes percent-encoded that no URI can hold (RFC 3986 §2), so that none of
/// them can end the link.
private func encodedAddress(_ address: String) -> String {
  address.utf8.map { byte in
    switch byte {
    // Left alone, `&copy;` would become a character.
    case UInt8(ascii: "&"): return "&amp;"
    case _ where byte.isASCIILetterOrDigit || "-._~:/?#[]@!$'()*+,;=%".utf8.contains(byte):
      return String(Unicode.Scalar(byte))
    default: return "%" + byte.hexDigits
    }
  }.joined()
}
