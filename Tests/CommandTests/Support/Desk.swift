import JSON
import Foundation
import Stances
import TestSupport

extension Outcome {
  /// The first line that was printed.
  var firstLine: String { String(output.prefix { $0 != "\n" }) }
}

/// A folder with a log in which commands are run.
struct Desk {
  private let directory: TemporaryDirectory

  /// Makes the folder, and a log that knows the company `lenovo` and the events given.
  init(_ events: [TestEvent] = []) throws {
    directory = try TemporaryDirectory()
    try run("init")
    let file = try write(([company("lenovo", name: "Lenovo")] + events).map(\.line), to: "first")
    try run("append", "--from", file)
  }

  /// The folder's path.
  var path: String { directory.path }

  /// Writes lines into a file of the folder; answers its name.
  func write(_ lines: [String], to name: String = "events.jsonl") throws -> String {
    let text = lines.map { "\($0)\n" }.joined()
    try Data(text.utf8).write(to: URL(filePath: directory.file(name)))
    return name
  }

  /// Runs `stance` with its log, its key and what it remembers in this folder.
  @discardableResult
  func run(
    _ arguments: String..., input: String = "/dev/null", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs `stance` with its log, its key and what it remembers in this folder.
  @discardableResult
  func run(
    _ arguments: [String], input: String = "/dev/null", environment: [String: String] = [:]
  ) throws -> Outcome {
    let folders = ["XDG_CONFIG_HOME": "\(path)/config", "XDG_STATE_HOME": "\(path)/state"]
    return try Program(
      [Program.stance] + arguments, input: input, in: path,
      environment: folders.merging(environment) { $1 }
    ).outcome()
  }

  /// Records a company.
  func appendCompany(_ name: String) throws {
    _ = try write([company(name).line], to: "more")
    _ = try run("append", "--from", "more")
  }

  /// Starts `stance` and does not wait for it.
  func start(_ arguments: String..., input: String = "/dev/null") throws -> Program {
    try Program([Program.stance] + arguments, input: input, in: path)
  }

  /// Runs a line of bash in which `$stance` is the program.
  func bash(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
    try Program(
      ["/bin/bash", "-c", line], in: path,
      environment: environment.merging(["stance": Program.stance]) { $1 }
    ).outcome()
  }

  /// The head of the log.
  func head() throws -> Int {
    let status = try run("status", "--json").output
    let document = try JSONDocument(parsing: Array(status.utf8))
    return Int(document.root["head"]?.integer ?? -1)
  }
}
