/// Which folders of a target name types of which others, read from the files.
///
/// A folder is what is right below the target, with everything in it. An arrow A → B is a file of A
/// that names a type declared at the top level of a file of B. Two things are not an arrow: a name
/// that A declares too, at whatever depth, since it may mean its own; and a private type, which no
/// other file can name.
///
/// The files at the target's root are ignored. They are its entrance and what the whole target
/// shares, `EventLog.swift` with its errors: all folders may use them, and they may use all
/// folders.
struct FolderGraph {
  /// A file of one folder names a type of another.
  struct Arrow: Equatable {
    let from: String
    let to: String
    /// The first file that names a type of the other folder, and the first such type in it.
    let file: String
    let type: String
  }

  /// The arrows, at most one from a folder to another, by their names.
  private(set) var arrows: [String: [String: Arrow]] = [:]

  /// The graph of the folders of one target.
  ///
  /// - Parameter files: the target's files, `Sources/<target>/…`, sorted by path.
  init(_ files: [SourceTree.File]) {
    let scanned = files.compactMap(ScannedFile.init)
    var homes: [String: Set<String>] = [:]
    var own: [String: Set<String>] = [:]
    for file in scanned {
      for type in file.shared { homes[type, default: []].insert(file.folder) }
      own[file.folder, default: []].formUnion(file.declared)
    }
    for file in scanned {
      for type in file.words.subtracting(own[file.folder] ?? []).sorted() {
        for home in homes[type] ?? [] where arrows[file.folder]?[home] == nil {
          arrows[file.folder, default: [:]][home] = Arrow(
            from: file.folder, to: home, file: file.path, type: type)
        }
      }
    }
  }

  /// A shortest cycle through each folder that is in one, each cycle once, from its first folder.
  var cycles: [[Arrow]] {
    var found: [[Arrow]] = []
    for folder in arrows.keys.sorted()
    where !found.contains(where: { $0.contains { $0.from == folder } }) {
      if let cycle = shortestCycle(through: folder) { found.append(cycle) }
    }
    return found
  }

  /// The arrows from a folder back to itself, as few as there can be.
  private func shortestCycle(through start: String) -> [Arrow]? {
    var ways: [[Arrow]] = [[]]
    var seen: Set<String> = []
    while !ways.isEmpty {
      var longer: [[Arrow]] = []
      for way in ways {
        let next = arrows[way.last?.to ?? start] ?? [:]
        for (folder, arrow) in next.sorted(by: { $0.key < $1.key }) {
          if folder == start { return way + [arrow] }
          if seen.insert(folder).inserted { longer.append(way + [arrow]) }
        }
      }
      ways = longer
    }
    return nil
  }

  /// A cycle as a sentence.
  static func sentence(_ cycle: [Arrow], in target: String) -> String {
    let steps = cycle.map { "\($0.from)/ uses \($0.to)/ (\($0.type) in \($0.file))" }
    return "the folders of \(target) are a cycle: \(steps.joined(separator: ", "))"
  }
}

/// What the graph needs of one file.
private struct ScannedFile {
  let path: String
  let folder: String
  /// The types declared at the top level that other files can name.
  var shared: Set<String> = []
  /// Every type declared, at any depth.
  var declared: Set<String> = []
  /// Every word of the code that can be a type's name.
  var words: Set<String> = []

  /// Reads a file; nil for one at the target's root.
  init?(_ file: SourceTree.File) {
    let parts = file.path.split(separator: "/")
    guard parts.count > 3 else { return nil }
    (path, folder) = (file.path, String(parts[2]))
    for line in CodeLines(file.text).lines {
      let tokens = line.code.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      words.formUnion(tokens.filter { $0.first?.isUppercase == true }.map(String.init))
      guard let keyword = tokens.firstIndex(where: { Self.keywords.contains(String($0)) }),
        keyword + 1 < tokens.count
      else { continue }
      let name = String(tokens[keyword + 1])
      declared.insert(name)
      let isHidden = tokens[..<keyword].contains { $0 == "private" || $0 == "fileprivate" }
      if line.code.first?.isWhitespace == false, !isHidden { shared.insert(name) }
    }
  }

  private static let keywords: Set = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "associatedtype",
  ]
}
