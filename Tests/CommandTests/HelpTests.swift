import ArgumentParser
import Stances
import TestSupport
import Testing

@testable import stance

@Suite("The help of every command is as its golden file has it, examples first")
struct HelpTests {
  @Test(
    "help",
    arguments: [
      "", "init", "append", "correct", "retract", "capture", "capture keep", "capture drop",
      "captures", "types", "template", "propose", "draft", "inbox", "inbox list", "inbox show",
      "accept", "reject", "withdraw", "log", "show", "posture",
      "count", "methods", "methods list", "methods show",
      "replay", "diff", "explain",
      "news", "mark", "companies", "bodies", "about",
      "report", "report postures", "report timeline", "report measures", "report company",
      "report companies", "report lead", "search",
      "review",
      "serve", "mcp", "token", "token new", "token list", "token revoke", "verify", "export",
      "backup", "status", "verify log", "verify bundle", "verify checkpoints", "key", "key new",
      "key show", "key rotate", "checkpoint", "cosign", "prove", "anchor", "anchor query",
      "anchor reply", "anchor export", "certificate", "follow-check",
    ])
  func help(command: String) throws {
    let desk = try TemporaryDirectory()
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Program([Program.stance] + words + ["--help"], in: desk.path).outcome()
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    let golden = Golden(name: (["stance"] + words).joined(separator: "-") + ".txt")
    if Golden.isRecording {
      try golden.record(outcome.output)
      Issue.record("\(golden.name) was recorded; run again without STANCE_RECORD_GOLDENS")
    } else {
      #expect(golden.content == outcome.output, "\(golden.name) differs:\n\(outcome.output)")
    }
    let parts = outcome.output.split(separator: "\n\n", maxSplits: 2)
    #expect(parts.count == 3 && parts[1].hasPrefix("EXAMPLES"), "\(command) has no examples first")
  }

  /// Otherwise each start of the program looks through all its types for how to print their names.
  @Test("every command says its name")
  func names() {
    var commands: [any ParsableCommand.Type] = [Stance.self]
    while let command = commands.popLast() {
      commands += command.configuration.subcommands
      #expect(command.configuration.commandName != nil, "\(command)")
    }
  }

  @Test("a discussion is wrapped once: no terminal of 80 columns breaks its lines again")
  func discussionsAreNarrow() {
    var commands: [any ParsableCommand.Type] = [Stance.self]
    while let command = commands.popLast() {
      commands += command.configuration.subcommands
      for line in command.configuration.discussion.split(separator: "\n")
      where displayWidth(line) > 76 {
        Issue.record("\(command) says in \(displayWidth(line)) columns: \(line)")
      }
    }
  }
}
