import Foundation
import TestSupport
import Testing

/// The rules `stance/1` are kept whole: what was quoted comes back as it was.
@Suite("Answers of the first rules")
struct FirstRulesTests {
  @Test("today's program answers by stance/1 as the program did that knew no other rules")
  func sameAnswers() throws {
    let directory = try TemporaryDirectory()
    try run(["init"], in: directory)
    let events = Self.folder.appending(path: "events.jsonl").path(percentEncoded: false)
    try run(["append", "--from", events], in: directory)
    let kept = try String(
      contentsOf: Self.folder.appending(path: "answers.txt"), encoding: .utf8)
    let answers = kept.split(separator: "$ stance ")
    try #require(answers.count == 23)
    for answer in answers {
      let command = answer.prefix { $0 != "\n" }
      let expected = answer.dropFirst(command.count + 1)
      let arguments = command.split(separator: " ").map(String.init) + ["--rules", "stance/1"]
      let found = Self.withoutLog(try run(arguments, in: directory))
      #expect(found == expected, "\(command): \(Self.firstDifference(found, String(expected)))")
    }
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "FirstRules")

  @discardableResult
  private func run(_ arguments: [String], in directory: TemporaryDirectory) throws -> String {
    let folders = [
      "XDG_CONFIG_HOME": directory.file("config"), "XDG_STATE_HOME": directory.file("state"),
    ]
    let outcome = try Program(
      [Program.stance] + arguments, in: directory.path, environment: folders
    ).outcome()
    try #require(outcome.status == 0, "\(arguments): \(outcome.messages)")
    return outcome.output
  }

  /// The answer without the state of the log, which depends on when events were recorded.
  private static func withoutLog(_ answer: String) -> String {
    answer.replacing(#/  "log": \{(?s:.*?)\n  \},\n/#, with: "", maxReplacements: 1)
  }

  private static func firstDifference(_ left: String, _ right: String) -> String {
    let lines = [left, right].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let pair = zip(lines[0], lines[1]).first { $0 != $1 }
    return pair.map { "'\($0)' instead of '\($1)'" } ?? "another length"
  }
}
