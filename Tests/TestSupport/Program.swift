package import Foundation

/// A program that a test runs as a process of its own.
package struct Program: Sendable {
  /// How a run came to its end.
  package struct Outcome: Sendable {
    /// The exit code; of a program ended by a signal, the signal.
    package let status: Int32
    /// Whether a signal ended it.
    package let wasSignalled: Bool
    /// What it wrote to its standard output.
    package let output: String
    /// What it wrote to its standard error.
    package let errors: String
  }

  /// The program's file.
  package let path: String

  /// A program by its file.
  package init(path: String) {
    self.path = path
  }

  /// The shell.
  package static let bash = Program(path: "/bin/bash")

  /// The `stance` that was built together with the tests, which lies beside them.
  package static let stance = Program(
    path: folderOfTests.appending(path: "stance").path(percentEncoded: false))

  /// The folder of the running tests' own program.
  package static let folderOfTests = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().absoluteURL

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: the words behind the program's name.
  ///   - environment: variables to be set beside those of the tests.
  ///   - folder: the working folder; nil for that of the tests.
  ///   - input: what it reads from its standard input.
  /// - Returns: its exit code and all that it wrote.
  /// - Throws: what starting the program, or reading its output, throws.
  package func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil,
    input: String = ""
  ) throws -> Outcome {
    // Files and not pipes: a pipe that nobody empties would stop the program when it is full.
    let directory = try TemporaryDirectory()
    let (output, errors) = (directory.file("output"), directory.file("errors"))
    try Data(input.utf8).write(to: URL(filePath: directory.file("input")))
    for file in [output, errors] { try Data().write(to: URL(filePath: file)) }
    let process = process(arguments, environment: environment, in: folder)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: directory.file("input")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      wasSignalled: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  /// The program as a process that has not been started, to be handled by the test itself.
  package func process(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    return process
  }
}
