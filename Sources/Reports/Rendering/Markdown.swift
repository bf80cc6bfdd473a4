import Stances

extension Document {
  /// The document as GitHub-flavoured Markdown.
  ///
  /// Recorded text is escaped, so that none of it becomes markup; only `http` and `https` addresses
  /// of evidence become links.
  package func markdown() -> String {
    let head = ["# \(escapedMarkdown(title))"] + query.map { escapedMarkdown($0) }
    return (head + blocks.map(\.markdown) + [escapedMarkdown(proof)]).map { $0 + "\n" }.joined(
      separator: "\n")
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
    case .strips(let strips):
      // Nothing of an event is in a strip, so nothing can end the fence.
      (["```text"]
        + strips.flatMap { [$0.market.englishName] + $0.lines(width: 80, ascii: false) + [""] }
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
      case .text(let text), .name(let text): escapedMarkdown(text, atLineStart: index == 0)
      case .address(let address): markdownLink(address)
      case .notes(let numbers): "\\[\(numbers.map(String.init).joined(separator: ", "))\\]"
      }
    }.joined()
  }
}
