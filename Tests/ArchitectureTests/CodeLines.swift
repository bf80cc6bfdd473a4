/// A Swift file line by line: its code, and apart from it the text of its string literals.
///
/// A small scanner of our own: it knows line and nested block comments and string literals of one
/// or many lines, raw ones too, which is what it takes not to mistake a word in prose for code.
struct CodeLines {
  /// One line of a file.
  struct Line {
    /// The line without comments and without the text of its string literals.
    var code = ""
    /// The text of its string literals.
    var literals = ""
    /// Whether it is, or ends, a documentation comment.
    var isDocumentation = false
  }

  private(set) var lines: [Line] = []
  private var blockDepth = 0
  private var isDocumentationBlock = false
  /// The closing mark of the string literal that the scanner is in.
  private var closing: String?

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(read(line))
    }
  }

  private mutating func read(_ text: Substring) -> Line {
    var line = Line()
    var rest = text
    while !rest.isEmpty {
      if blockDepth > 0 {
        readBlock(&rest, &line)
      } else if let mark = closing {
        line.literals += readString(&rest, until: mark)
      } else if rest.hasPrefix("//") {
        line.isDocumentation = rest.hasPrefix("///") && !rest.hasPrefix("////")
        break
      } else if rest.hasPrefix("/*") {
        isDocumentationBlock = rest.hasPrefix("/**")
        blockDepth = 1
        rest = rest.dropFirst(2)
      } else if let mark = Self.openingMark(of: rest) {
        closing = String(mark.reversed())
        line.code += "\"\""
        rest = rest.dropFirst(mark.count)
      } else {
        line.code.append(rest.removeFirst())
      }
    }
    // A literal of one line does not run on into the next.
    if closing?.hasPrefix("\"\"\"") == false { closing = nil }
    return line
  }

  private mutating func readBlock(_ rest: inout Substring, _ line: inout Line) {
    if rest.hasPrefix("*/") {
      blockDepth -= 1
      rest = rest.dropFirst(2)
      if blockDepth == 0 { line.isDocumentation = isDocumentationBlock }
    } else if rest.hasPrefix("/*") {
      blockDepth += 1
      rest = rest.dropFirst(2)
    } else {
      rest = rest.dropFirst()
    }
  }

  /// Reads on in a literal; answers what belongs to its text.
  private mutating func readString(_ rest: inout Substring, until mark: String) -> Substring {
    if rest.hasPrefix(mark) {
      closing = nil
      rest = rest.dropFirst(mark.count)
      return " "
    }
    let isEscape = rest.hasPrefix("\\") && !mark.hasSuffix("#")
    defer { rest = rest.dropFirst(isEscape ? 2 : 1) }
    return isEscape ? " " : rest.prefix(1)
  }

  /// The mark that opens a string literal here: quotes, with the signs of a raw literal before.
  private static func openingMark(of rest: Substring) -> String? {
    let signs = rest.prefix { $0 == "#" }
    let quotes = rest.dropFirst(signs.count)
    guard quotes.hasPrefix("\"") else { return nil }
    return signs + (quotes.hasPrefix("\"\"\"") ? "\"\"\"" : "\"")
  }
}
