import Testing

@Suite("The arrows between the folders of a target")
struct FolderGraphTests {
  @Test("the folders of every target are without cycles")
  func sourcesHaveNoCycles() throws {
    let files = try SourceTree.swiftFiles(in: "Sources")
    try #require(!files.isEmpty)
    let targets = Dictionary(grouping: files) { String($0.path.split(separator: "/")[1]) }
    for (target, files) in targets {
      for cycle in FolderGraph(files).cycles {
        Issue.record("\(FolderGraph.sentence(cycle, in: target))")
      }
    }
  }

  private static func file(_ path: String, _ text: String) -> SourceTree.File {
    .init(path: "Sources/Sample/\(path)", text: text)
  }

  /// A log that writes to a tree, and a tree that knows nothing of it.
  private static let chain = [
    file("Log/Log.swift", "package struct Log {\n  let tree: Tree\n  let note: Note?\n}"),
    file("Notes/Note.swift", "struct Note {\n  var head: Tree.Head\n}"),
    file("Tree/Tree.swift", "enum Tree {\n  struct Head {}\n}"),
  ]

  @Test("folders that use each other in one direction pass")
  func chainPasses() {
    let graph = FolderGraph(Self.chain)
    #expect(graph.cycles == [])
    #expect(graph.arrows["Log"]?.keys.sorted() == ["Notes", "Tree"])
    #expect(graph.arrows["Notes"]?.keys.sorted() == ["Tree"])
    #expect(graph.arrows["Tree"] == nil)
  }

  @Test("a cycle is found and reported with a file and a type for each arrow")
  func cycleIsFound() throws {
    let back = Self.file("Tree/Writer.swift", "extension Tree {\n  func append(to log: Log) {}\n}")
    let cycles = FolderGraph(Self.chain + [back]).cycles
    let cycle = try #require(cycles.first)
    #expect(
      FolderGraph.sentence(cycle, in: "Sample")
        == """
        the folders of Sample are a cycle: \
        Log/ uses Tree/ (Tree in Sources/Sample/Log/Log.swift), \
        Tree/ uses Log/ (Log in Sources/Sample/Tree/Writer.swift)
        """)
    // Notes is in a longer one of its own: Notes → Tree → Log → Notes.
    #expect(cycles.map { $0.map(\.from) } == [["Log", "Tree"], ["Notes", "Tree", "Log"]])
  }

  @Test(
    "a name in prose, a name of one's own and a private type are not arrows",
    arguments: [
      "// Written by Log.\nlet text = \"a Log\"", "extension Tree {\n  struct Log {}\n}",
      "let Logs = 1", "let hidden = Hidden()",
    ])
  func othersAreNoArrow(text: String) {
    let hidden = Self.file("Log/Hidden.swift", "private struct Hidden {}")
    let file = Self.file("Tree/More.swift", text)
    #expect(FolderGraph(Self.chain + [hidden, file]).arrows["Tree"] == nil)
  }

  @Test("the files at the root may use every folder and be used by every folder")
  func rootIsFree() {
    let root = Self.file("Sample.swift", "struct Sample {\n  let log: Log\n}")
    let user = Self.file("Log/User.swift", "extension Sample {}")
    #expect(FolderGraph(Self.chain + [root, user]).cycles == [])
  }
}
