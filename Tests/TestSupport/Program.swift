import Files
import Foundation

/// A program that runs beside the test.
package struct Program {
  private let process: ChildProcess
  private let outputPath: String
  private let messagePath: String

  /// The program under test, beside the bundle that holds the tests.
  package static let stance: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let folders = [tests] + CommandLine.arguments
    let found = folders.map { path in
      URL(filePath: path).deletingLastPathComponent().appending(path: "stance")
        .path(percentEncoded: false)
    }
    return found.first(where: FileManager.default.isExecutableFile) ?? "stance"
  }()

  /// Starts a program in a folder, in which what it writes is kept; `arguments` begins with the
  /// program's path, and `input` is the path of what it reads.
  package init(
    _ arguments: [String], input: String = "/dev/null", in folder: String,
    environment: [String: String] = [:]
  ) throws {
    let name = UUID().uuidString
    outputPath = "\(folder)/\(name).out"
    messagePath = "\(folder)/\(name).err"
    var variables = [
      "PATH": "/usr/bin:/bin", "TZ": "UTC", "STANCE_RECORDER": "desk", "HOME": folder,
      "TMPDIR": folder,
    ]
    // Under a sanitizer the program is one that has it as well, and heeds the same options.
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    variables.merge(environment) { $1 }

    // The shell changes to the folder and becomes the program.
    process = try ChildProcess(
      ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + arguments, environment: variables,
      input: input, output: .file(outputPath), messages: messagePath)
  }

  /// Sends a signal.
  package func send(_ signal: Int32) {
    process.send(signal)
  }

  /// Waits for the end.
  package func outcome() throws -> Outcome {
    Outcome(
      status: process.status(),
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      messages: try String(contentsOfFile: messagePath, encoding: .utf8))
  }
}
