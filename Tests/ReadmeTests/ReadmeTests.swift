import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  /// With `STANCE_RECORD_GOLDENS=1` in the environment the page is written anew instead, and the
  /// test fails all the same, so that nobody records by accident.
  @Test("each command prints what the page says, on the founding corpus")
  func commandsPrintWhatThePageSays() throws {
    let file = Self.root.appending(path: "README.md")
    let blocks = ConsoleBlocks(try String(contentsOf: file, encoding: .utf8))
    try #require(blocks.commands.count >= 5)
    let log = try FoundingLog(root: Self.root)
    guard ProcessInfo.processInfo.environment["STANCE_RECORD_GOLDENS"] != "1" else {
      let page = try blocks.page { command in
        let output = try log.output(of: command.script)
        return withoutRoots(output) == withoutRoots(command.output) ? command.output : output
      }
      try page.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("README.md was recorded; review it and run again")
      return
    }
    for command in blocks.commands {
      #expect(
        try withoutRoots(log.output(of: command.script)) == withoutRoots(command.output),
        "README.md:\(command.line) is stale; run with STANCE_RECORD_GOLDENS=1 and review it")
    }
  }

  @Test("a page's commands are found, and other output can be put behind them")
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

/// Lines with their roots left out: each log of the founding corpus is recorded at its own time.
private func withoutRoots(_ lines: [String]) -> [String] {
  lines.map { $0.replacing(/root [A-Za-z0-9+\/]{43}=/, with: "root …") }
}
