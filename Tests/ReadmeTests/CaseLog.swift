import Foundation
import TestSupport
import Testing

/// A log of one case alone and a shell in which `stance` finds it.
struct CaseLog {
  private let directory: TemporaryDirectory
  /// The folder in which commands run.
  private let folder: String

  /// Records the events of a case, by its folder under `Events`; without one there is no log, and
  /// commands run in an empty folder.
  init(of corpus: String?, root: URL) throws {
    directory = try TemporaryDirectory()
    guard let corpus else {
      folder = directory.path
      return
    }
    folder = root.path(percentEncoded: false)
    let commands =
      ["stance init"]
      + ["companies", "bodies", "events"].map {
        "stance append --from Events/\(corpus)/\($0).jsonl"
      }
    for command in commands { _ = try output(of: command) }
  }

  /// What a command prints, in lines; a command that fails fails the test.
  func output(of command: String) throws -> [String] {
    let programs = URL(filePath: Program.stance).deletingLastPathComponent()
    let outcome = try Program(
      ["/bin/bash", "-c", "cd '\(folder)' && \(command)"],
      in: directory.path,
      environment: [
        "PATH": "\(programs.path(percentEncoded: false)):/usr/bin:/bin",
        "STANCE_LOG": folder == directory.path ? "" : directory.file("stance.sqlite"),
      ]
    ).outcome()
    #expect(outcome.status == 0, "\(command): \(outcome.messages)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }
}
