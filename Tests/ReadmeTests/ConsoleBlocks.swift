/// The blocks of a Markdown page that show commands and what they print, marked `console`.
///
///     ```console
///     $ stance posture lenovo --to 2022-05-06
///     What companies say and what they do
///     ```
///
/// A command continues on the next line if its line ends in a backslash.
struct ConsoleBlocks {
  /// One command and what the page says that it prints.
  struct Command: Equatable {
    /// Its line on the page, from 1.
    let line: Int
    /// The command's lines as the page has them, `$` and all.
    let shown: [String]
    /// What the page says that it prints.
    let output: [String]

    /// The command for a shell.
    var script: String { shown.joined(separator: "\n").dropFirst(2).description }
  }

  /// Commands, and the lines between them, in order.
  private enum Part {
    case prose(String)
    case command(Command)
  }

  private var parts: [Part] = []

  init(_ page: String) {
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init).enumerated().map { (number: $0.offset + 1, text: $0.element) }[...]
    var isInBlock = false
    while let line = lines.popFirst() {
      if isInBlock, line.text.hasPrefix("$ ") {
        var shown = [line.text]
        while shown.last?.hasSuffix("\\") == true, let more = lines.popFirst() {
          shown.append(more.text)
        }
        var output: [String] = []
        while let next = lines.first, !next.text.hasPrefix("$ "), next.text != "```" {
          output.append(next.text)
          lines = lines.dropFirst()
        }
        parts.append(.command(Command(line: line.number, shown: shown, output: output)))
      } else {
        isInBlock = line.text == "```console"
        parts.append(.prose(line.text))
      }
    }
  }

  /// The commands in the order of the page.
  var commands: [Command] {
    parts.compactMap { part in
      if case .command(let command) = part { command } else { nil }
    }
  }

  /// The page with other output after each command.
  func page(replacing output: (Command) throws -> [String]) rethrows -> String {
    try parts.flatMap { part in
      switch part {
      case .prose(let line): [line]
      case .command(let command): try command.shown + output(command)
      }
    }.joined(separator: "\n")
  }
}
