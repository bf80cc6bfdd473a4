/// What a newcomer finds at the top, and how long a file may be.
enum Layout {
  /// The only names at the top of the repository, apart from hidden ones.
  static let topLevel: Set = [
    "Package.swift", "Sources", "Tests", "Events", "Docs", "Tools", "README.md",
    "CONTRIBUTING.md", "INSTALL.md", "LICENSE",
  ]

  /// What a build leaves beside them, which is not in the repository.
  static let leftByBuilds: Set = ["Package.resolved"]

  /// The most lines that a file of code may have.
  static let longestFile = 400

  /// The names at the top that have no business there.
  static func strangers(among names: [String]) -> [String] {
    names.filter { name in
      !name.hasPrefix(".") && !topLevel.contains(name) && !leftByBuilds.contains(name)
        && !isLog(name)
    }
  }

  /// The length of a file, if it is too long.
  static func excess(of file: SourceTree.File) -> String? {
    let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return count > longestFile ? "\(file.path): \(count) lines, more than \(longestFile)" : nil
  }

  /// One sentence for each line that names a place on one machine.
  static func machinePaths(in file: SourceTree.File) -> [String] {
    file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        let words = line.replacing(/https?:\/\/[^\s"]+/, with: "")
        guard let path = machineFolders.first(where: { words.contains($0) }) else { return nil }
        return "\(file.path):\(index + 1): names a place on one machine, \(path)"
      }
  }

  /// A log made here while trying the program; ignored by the repository.
  private static func isLog(_ name: String) -> Bool {
    [".sqlite", ".sqlite-wal", ".sqlite-shm"].contains { name.hasSuffix($0) }
  }

  /// Folders that exist on one machine only, joined from parts so that this file does not name
  /// them.
  private static let machineFolders = ["home", "root", "Users", "work", "tmp/wt", "opt/swift"]
    .map { "/" + $0 + "/" }
}
