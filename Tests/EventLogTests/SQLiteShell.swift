import Foundation

/// The `sqlite3` program, as somebody with a log at hand would use it.
enum SQLiteShell {
  /// Whether it is installed.
  static let isThere = (try? run("SELECT 1;", on: ":memory:").status) == 0

  /// Runs statements; answers the exit status and all that was printed.
  static func run(_ sql: String, on path: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sqlite3", "-bail", path, sql]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
