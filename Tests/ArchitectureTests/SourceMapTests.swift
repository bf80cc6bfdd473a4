import Testing

@Suite("The map of the sources")
struct SourceMapTests {
  @Test("Sources/README.md has every target with its imports, every folder, and nothing else")
  func mapIsCurrent() throws {
    let files = try SourceTree.files(in: "Sources")
    let page = try #require(files.first { $0.path == "Sources/README.md" })
    let corrections = SourceMap(page: page.text).corrections(
      paths: files.map(\.path), arrows: ImportRules.allowed)
    for correction in corrections {
      Issue.record("Sources/README.md: \(correction)")
    }
  }

  private static let page = """
    # Map
    ### `Base`
    Imports nothing.

    - `Dates/`: days
    ### `Log`
    Imports `Base`,
    `GRDB`.

    - `Read/`: reading, by `Read/Reader.swift`
    - `Write/`: appending
    """
  private static let paths = [
    "Sources/README.md", "Sources/Base/Dates/Day.swift", "Sources/Log/Log.swift",
    "Sources/Log/Read/Reader.swift", "Sources/Log/Write/Writer.swift",
  ]
  private static let arrows: [String: Set<String>] = ["Base": [], "Log": ["Base", "GRDB"]]

  @Test("a map that shows what is there needs no correction")
  func currentMapPasses() {
    #expect(
      SourceMap(page: Self.page).corrections(paths: Self.paths, arrows: Self.arrows) == [])
  }

  @Test("each difference is named as the line to add, remove or write")
  func differencesAreNamed() {
    let map = SourceMap(page: Self.page)
    #expect(
      map.corrections(paths: Self.paths + ["Sources/Log/SQL/Row.swift"], arrows: Self.arrows)
        == ["add under ### `Log`: - `SQL/`: …"])
    #expect(
      map.corrections(paths: Self.paths.dropLast(), arrows: Self.arrows)
        == ["remove line 11: - `Write/`: there are no files in it"])
    #expect(
      map.corrections(paths: Self.paths + ["Sources/Web/Page.swift"], arrows: Self.arrows)
        == ["add the section ### `Web`"])
    #expect(
      map.corrections(paths: Self.paths.filter { !$0.contains("Log") }, arrows: Self.arrows)
        == ["remove the section ### `Log`"])
    #expect(
      map.corrections(paths: Self.paths, arrows: ["Base": [], "Log": ["Base"]])
        == ["write under ### `Log`: Imports `Base`."])
  }

  @Test("a target that comes before one it imports is named")
  func orderIsHeld() {
    let map = SourceMap(page: Self.page.replacing("Imports nothing", with: "Imports `Log`"))
    let arrows = Self.arrows.merging(["Base": ["Log"]]) { $1 }
    #expect(
      map.corrections(paths: Self.paths, arrows: arrows)
        == ["move the section ### `Log` before `Base`, which imports it"])
  }
}
