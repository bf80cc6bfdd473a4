import Foundation

/// The files of this repository, as the checks read them.
enum SourceTree {
  /// A file by its path from the top of the repository, with its text.
  struct File: Sendable {
    let path: String
    let text: String
  }

  /// The top of the repository, found from this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// The Swift files below a folder, sorted by path.
  static func swiftFiles(in folder: String) throws -> [File] {
    try files(in: folder).filter { $0.path.hasSuffix(".swift") }
  }

  /// Every text file below a folder, sorted by path, without hidden ones.
  static func files(in folder: String) throws -> [File] {
    let start = root.appending(path: folder)
    let paths = FileManager.default.enumerator(
      at: start, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    var found: [File] = []
    for case let url as URL in paths ?? .init() {
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
        let text = String(data: try Data(contentsOf: url), encoding: .utf8)
      else { continue }
      let path = url.standardized.path(percentEncoded: false)
      found.append(File(path: String(path.dropFirst(rootPath.count)), text: text))
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The pages at the top of the repository.
  static func topLevelPages() throws -> [File] {
    try topLevelNames().filter { $0.hasSuffix(".md") }.map {
      File(path: $0, text: try String(contentsOf: root.appending(path: $0), encoding: .utf8))
    }
  }

  /// The names at the top of the repository, hidden ones too.
  static func topLevelNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: rootPath).sorted()
  }

  private static let rootPath = root.path(percentEncoded: false)
}
