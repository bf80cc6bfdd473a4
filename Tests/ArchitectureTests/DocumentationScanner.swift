/// Finds what is visible outside its file's target and says nothing of itself.
///
/// It looks at declarations that are `package`, `public` or `open`, and at the requirements of
/// protocols that are. Not required are the cases of enums, overrides, and the witnesses of the
/// standard library's protocols, whose meaning the protocol gives.
enum DocumentationScanner {
  /// One sentence for each declaration without a documentation comment.
  static func violations(in file: SourceTree.File) -> [String] {
    let lines = CodeLines(file.text).lines
    var found: [String] = []
    var depth = 0
    var protocolDepth: Int?
    for (index, line) in lines.enumerated() {
      let isRequirement = protocolDepth.map { depth == $0 } ?? false
      if let declaration = Declaration(line.code, isRequirement: isRequirement) {
        if declaration.needsDocumentation, !isDocumented(index, in: lines) {
          found.append("\(file.path):\(index + 1): \(declaration.name) has no documentation")
        }
        if declaration.keyword == "protocol" { protocolDepth = depth + 1 }
      }
      depth += line.code.count { $0 == "{" } - line.code.count { $0 == "}" }
      if let inner = protocolDepth, depth < inner, line.code.contains("}") { protocolDepth = nil }
    }
    return found
  }

  /// Whether a documentation comment comes right above, except for attributes in between.
  private static func isDocumented(_ index: Int, in lines: [CodeLines.Line]) -> Bool {
    for line in lines[..<index].reversed() {
      if line.isDocumentation { return true }
      guard line.code.drop(while: \.isWhitespace).hasPrefix("@") else { return false }
    }
    return false
  }
}

/// A declaration as its first line shows it.
struct Declaration {
  let keyword: String
  let name: String
  private let isOverride: Bool
  /// Whether it is what `StanceError` asks of every error and says the meaning of.
  private let isErrorKind: Bool

  /// Reads the declaration on a line; nil if there is none that other targets see.
  init?(_ code: String, isRequirement: Bool) {
    let bare = Self.withoutModifiersArguments(code)
    let words = bare.split { $0.isWhitespace || "(:<?".contains($0) }.map(String.init)
    guard let index = words.firstIndex(where: Self.keywords.contains) else { return nil }
    let modifiers = words[..<index]
    guard modifiers.allSatisfy({ $0.hasPrefix("@") || Self.modifiers.contains($0) }) else {
      return nil
    }
    guard isRequirement || modifiers.contains(where: Self.visible.contains) else { return nil }
    var declared = words[index]
    var names = words[(index + 1)...]
    if declared == "class", let next = names.first, Self.keywords.contains(next) {
      declared = next
      names = names.dropFirst()
    }
    keyword = declared
    isOverride = modifiers.contains("override")
    isErrorKind = bare.contains("var kind: ErrorKind {") && !isRequirement
    switch declared {
    case "init": name = "init(\(names.first ?? ""))"
    case "subscript": name = "subscript"
    case "func" where bare.contains("func <"): name = "<"
    default: name = names.first ?? declared
    }
  }

  /// Whether it must say what it is.
  var needsDocumentation: Bool {
    !isOverride && !isErrorKind && !Self.witnesses.contains(name)
  }

  /// A line without the arguments of attributes and of `private(set)`, which are not words of its
  /// own.
  private static func withoutModifiersArguments(_ code: String) -> String {
    var words: [Substring] = []
    var rest = Substring(code)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      let word = rest.prefix { !$0.isWhitespace && !"(?".contains($0) }
      guard !word.isEmpty, !keywords.contains(String(word)) else { break }
      words.append(word)
      rest = rest.dropFirst(word.count)
      if rest.hasPrefix("(") { rest = rest.drop { $0 != ")" }.dropFirst() }
    }
    return (words + [rest]).joined(separator: " ")
  }

  private static let visible: Set = ["package", "public", "open"]
  private static let keywords: Set = [
    "func", "var", "let", "init", "struct", "enum", "class", "actor", "protocol",
    "typealias", "associatedtype", "subscript", "extension",
  ]
  private static let modifiers: Set = [
    "package", "public", "open", "internal", "private", "fileprivate", "static", "final", "lazy",
    "mutating", "nonmutating", "override", "required", "convenience", "indirect", "nonisolated",
    "borrowing", "consuming", "weak", "unowned", "prefix", "postfix", "infix", "dynamic",
  ]
  /// What the standard library's protocols ask for, and say the meaning of.
  private static let witnesses: Set = [
    "description", "debugDescription", "==", "<", "hash", "rawValue", "init(rawValue)",
    "init(stringLiteral)", "init(integerLiteral)", "init(arrayLiteral)",
    "init(dictionaryLiteral)", "init(booleanLiteral)", "init(nilLiteral)", "next",
    "makeIterator", "allCases", "startIndex", "endIndex", "index",
  ]
}
