/// The map in `Sources/README.md`: each target's section with its imports and its folders.
///
///     ### `Intake`
///
///     Imports `Stances`, `EventLog`.
///
///     - `Formats/`: one sentence
struct SourceMap {
  /// One target's section.
  struct Section: Equatable {
    let target: String
    /// The modules in its paragraph `Imports …`; nil if it has none.
    var imports: Set<String>?
    /// Its folders, by their path inside the target, each with its line on the page.
    var folders: [String: Int] = [:]
  }

  /// The sections in the order of the page.
  private(set) var sections: [Section] = []

  init(page: String) {
    var isInImports = false
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let names = Self.names(in: line)
      isInImports = line.hasPrefix("Imports ") || (isInImports && !line.isEmpty)
      if line.hasPrefix("### "), let name = names.first {
        sections.append(Section(target: name))
      } else if isInImports, !sections.isEmpty {
        sections[sections.count - 1].imports = (sections.last?.imports ?? []).union(names)
      } else if line.hasPrefix("- "), let name = names.first, name.hasSuffix("/"), !sections.isEmpty
      {
        sections[sections.count - 1].folders[String(name.dropLast())] = index + 1
      }
    }
  }

  /// What to change on the page so that it shows these files and arrows, a sentence each.
  ///
  /// - Parameters:
  ///   - paths: the files below `Sources/`, from the top of the repository.
  ///   - arrows: what each target may import.
  /// - Returns: what to do, in the order of the page; nothing if the page is current.
  func corrections(paths: [String], arrows: [String: Set<String>]) -> [String] {
    var found: [String: Set<String>] = [:]
    for path in paths {
      let parts = path.split(separator: "/").dropFirst().dropLast()
      guard let target = parts.first else { continue }
      found[String(target), default: []].insert(parts.dropFirst().joined(separator: "/"))
    }
    let known = Set(sections.map(\.target))
    var wanted = found.keys.filter { !known.contains($0) }.sorted()
      .map { "add the section ### `\($0)`" }
    for (index, section) in sections.enumerated() {
      guard let folders = found[section.target] else {
        wanted.append("remove the section ### `\(section.target)`")
        continue
      }
      wanted += section.corrections(folders: folders, arrows: arrows[section.target] ?? [])
      let later = sections[(index + 1)...].map(\.target)
      wanted += later.filter { section.imports?.contains($0) == true }
        .map { "move the section ### `\($0)` before `\(section.target)`, which imports it" }
    }
    return wanted
  }

  /// The names between backticks on a line.
  private static func names(in line: Substring) -> [String] {
    line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .compactMap { $0.offset.isMultiple(of: 2) ? nil : String($0.element) }
  }
}

extension SourceMap.Section {
  fileprivate func corrections(folders: Set<String>, arrows: Set<String>) -> [String] {
    var wanted: [String] = []
    for folder in folders.sorted() where !folder.isEmpty && self.folders[folder] == nil {
      wanted.append("add under ### `\(target)`: - `\(folder)/`: …")
    }
    for (folder, line) in self.folders.sorted(by: { $0.value < $1.value })
    where !folders.contains(folder) {
      wanted.append("remove line \(line): - `\(folder)/`: there are no files in it")
    }
    if imports != arrows {
      let names = arrows.sorted().map { "`\($0)`" }.joined(separator: ", ")
      wanted.append(
        "write under ### `\(target)`: Imports \(names.isEmpty ? "nothing" : names).")
    }
    return wanted
  }
}
