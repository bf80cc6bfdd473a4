import Foundation

/// A page of documentation, by its path from the top of the repository.
struct Page: CustomStringConvertible, Sendable {
  let path: String

  /// The top of the repository, found from this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// Every page in the folders that hold documentation, sorted by path.
  static let all =
    ["", "Docs", "Events", "Events/\(foundingCase)", "Events/\(secondCase)", "Sources"]
    .flatMap(pages)

  /// The case that the pages of documentation ask about.
  static let foundingCase = "china-tech-russia"

  /// The case whose own page asks about it.
  static let secondCase = "western-exits-russia"

  /// The pages with commands that run on a log of one case.
  ///
  /// `Events/CHECKING.md` has commands too, but for a stranger without `stance`: `Tools/` runs
  /// them.
  static let withCommands = ["", "Docs", "Events/\(secondCase)"].flatMap(pages).filter { page in
    page.path != keys.path && (try? page.text())?.contains("```console") == true
  }

  /// The page on keys, whose commands need keys and files of their own.
  static let keys = Page(path: "Docs/KEYS.md")

  /// The page whose commands begin with an empty folder.
  static let firstCase = Page(path: "Docs/FIRST-CASE.md")

  /// The page on kept files, which makes a log beside which one is kept.
  static let captures = Page(path: "Docs/CAPTURES.md")

  /// The case on which the page's commands run; nil for those that make a log of their own.
  var corpus: String? {
    if [Self.firstCase.path, Self.captures.path].contains(path) { return nil }
    return path.hasPrefix("Events/\(Self.secondCase)/") ? Self.secondCase : Self.foundingCase
  }

  var description: String { path }

  /// The page's path.
  var file: URL { Self.root.appending(path: path) }

  /// The page's Markdown.
  func text() throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  /// What the page's links and pictures point at in this repository, without anchors.
  func targets() throws -> [URL] {
    try text().matches(of: /\]\(([^)#\s]+)/).map { String($0.output.1) }
      .filter { !$0.contains(":") }
      .map { file.deletingLastPathComponent().appending(path: $0).standardized }
  }

  private static func pages(in folder: String) -> [Page] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false))
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
      .map { Page(path: folder.isEmpty ? $0 : "\(folder)/\($0)") }
  }
}
