/// The modules that a Swift file imports.
enum ImportLine {
  /// One import, with its place.
  struct Import: Equatable {
    let module: String
    let line: Int
    /// Whether it passes the module on to importers of this one.
    let isExported: Bool
  }

  /// Every import of a file, no matter what comes before the word `import`.
  static func imports(in text: String) -> [Import] {
    var found: [Import] = []
    for (index, line) in CodeLines(text).lines.enumerated() {
      for statement in line.code.split(separator: ";") {
        guard let module = module(in: statement) else { continue }
        found.append(
          Import(
            module: module, line: index + 1, isExported: statement.contains("@_exported")))
      }
    }
    return found
  }

  /// The module of `@testable package import struct Module.Name`, and of anything shorter.
  private static func module(in statement: Substring) -> String? {
    let words = statement.split(whereSeparator: \.isWhitespace)
    guard let index = words.firstIndex(of: "import"),
      words[..<index].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
    else { return nil }
    var path = words[(index + 1)...]
    if let first = path.first, kinds.contains(String(first)) { path = path.dropFirst() }
    return path.first?.split(separator: ".").first.map(String.init)
  }

  private static let accessLevels: Set = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kinds: Set = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]
}
