import Foundation
import TestSupport
import Testing

@Suite("The commands on the pages of documentation")
struct PageCommandTests {
  /// With `STANCE_RECORD_GOLDENS=1` in the environment the page is written again instead, and the
  /// test fails all the same, so that no one records by accident.
  @Test(
    "each command prints what the page says, on its case alone", arguments: Page.withCommands)
  func commandsPrintWhatThePageSays(page: Page) throws {
    let blocks = ConsoleBlocks(try page.text())
    try #require(!blocks.commands.isEmpty)
    let log = try CaseLog(of: page.corpus, root: Page.root)
    guard !Golden.isRecording else {
      let current = try blocks.page { command in
        let output = try log.output(of: command.script)
        return withoutRoots(output) == withoutRoots(command.output) ? command.output : output
      }
      try current.write(to: page.file, atomically: true, encoding: .utf8)
      Issue.record("\(page) was recorded; review it and run again")
      return
    }
    for command in blocks.commands {
      #expect(
        try withoutRoots(log.output(of: command.script)) == withoutRoots(command.output),
        "\(page):\(command.line) is stale; run with STANCE_RECORD_GOLDENS=1 and review it")
    }
  }

  @Test("the README, the pages beside it and that of the second case have commands")
  func pagesHaveCommands() {
    let paths = Page.withCommands.map(\.path)
    #expect(paths.contains("README.md"))
    #expect(paths.contains("Events/\(Page.secondCase)/README.md"))
    #expect(Page.withCommands.count >= 4)
  }

  @Test("a page's commands are found, and other output can be put after them")
  func blocksAreFound() {
    let page = """
      Text
      ```sh
      $ not run
      ```
      ```console
      $ first \\
          --flag
      one

      two
      $ second
      ```
      End
      """
    let blocks = ConsoleBlocks(page)
    #expect(
      blocks.commands == [
        .init(line: 6, shown: ["$ first \\", "    --flag"], output: ["one", "", "two"]),
        .init(line: 11, shown: ["$ second"], output: []),
      ])
    #expect(blocks.commands.first?.script == "first \\\n    --flag")
    #expect(blocks.page { $0.output } == page)
    #expect(blocks.page { _ in ["new"] }.contains("$ second\nnew\n```\nEnd"))
  }
}

/// Lines without their roots: each log of a case is recorded at its own time.
private func withoutRoots(_ lines: [String]) -> [String] {
  lines.map { $0.replacing(/root [A-Za-z0-9+\/]{43}=/, with: "root …") }
}
