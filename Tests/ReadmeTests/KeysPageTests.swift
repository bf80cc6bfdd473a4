import Foundation
import TestSupport
import Testing

@Suite("The page on keys that are lost or leaked")
struct KeysPageTests {
  @Test("each command, in order and with keys of its own, prints what the page says")
  func commands() throws {
    let directory = try TemporaryDirectory()
    func run(_ command: String) throws -> [String] {
      let programs = URL(filePath: Program.stance).deletingLastPathComponent()
      let outcome = try Program(
        ["/bin/bash", "-c", command], in: directory.path,
        environment: [
          "PATH": "\(programs.path(percentEncoded: false)):/usr/bin:/bin",
          "XDG_CONFIG_HOME": directory.file("config"), "XDG_STATE_HOME": directory.file("state"),
          "STANCE_RECORDER": "desk",
        ]
      ).outcome()
      #expect(outcome.status == 0, "\(command): \(outcome.messages)")
      return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
    }
    let companies = Page.root.appending(path: "Events/\(Page.foundingCase)/companies.jsonl")
    _ = try run("stance init && stance append --from '\(companies.path(percentEncoded: false))'")
    let page = try Page.keys.text().split(separator: "\n", omittingEmptySubsequences: false)
    // Blocks within lists are indented with them.
    let text = page.map { $0.hasPrefix("   ") ? $0.dropFirst(3) : $0 }.joined(separator: "\n")
    let blocks = ConsoleBlocks(text)
    try #require(blocks.commands.count > 15)
    for command in blocks.commands {
      #expect(try run(command.script) == command.output, "\(Page.keys):\(command.line)")
    }
  }
}
