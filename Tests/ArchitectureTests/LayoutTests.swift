import Testing

@Suite("The layout of the repository")
struct LayoutTests {
  @Test("the top of the repository holds the allowed names and nothing else")
  func topLevelIsBare() throws {
    let names = try SourceTree.topLevelNames()
    #expect(Layout.strangers(among: names) == [])
    #expect(Layout.topLevel.subtracting(names) == [])
  }

  @Test("a stranger at the top is found")
  func strangerIsFound() {
    let names = ["Sources", ".build", "Package.resolved", "stance.sqlite", "notes.txt", "docs"]
    #expect(Layout.strangers(among: names) == ["notes.txt", "docs"])
  }

  @Test("no file of code is longer than a reader's patience")
  func filesAreShort() throws {
    let files = try ["Sources", "Tests", "Tools"].flatMap(SourceTree.swiftFiles)
    #expect(files.compactMap(Layout.excess) == [])
  }

  @Test("a file that is too long is found, and one at the limit is not")
  func longFileIsFound() {
    let limit = String(repeating: "\n", count: Layout.longestFile)
    #expect(Layout.excess(of: .init(path: "Fits.swift", text: limit)) == nil)
    #expect(
      Layout.excess(of: .init(path: "Long.swift", text: limit + "\n"))
        == "Long.swift: 401 lines, more than 400")
  }

  @Test("no file names a place on one machine")
  func noMachinePaths() throws {
    let files = try ["Sources", "Tests", "Tools", "Events", "Docs"].flatMap(SourceTree.files)
    try #require(!files.isEmpty)
    #expect(files.flatMap(Layout.machinePaths) == [])
  }

  @Test("a place on one machine is found")
  func machinePathIsFound() {
    let folder = "/" + "home" + "/"
    let text = "first\nlet log = \"\(folder)anna/stance.sqlite\"\n"
    #expect(
      Layout.machinePaths(in: .init(path: "Sample.swift", text: text))
        == ["Sample.swift:2: names a place on one machine, \(folder)"])
  }
}
