import Foundation

/// The folder in which the benchmark works, and the program that it measures.
struct Workplace {
  /// The built `stance`.
  let program: String
  /// The repository.
  let root: URL
  /// An empty folder, removed at the end.
  let folder: URL

  init(program: String, root: URL) throws {
    self.program = program
    self.root = root
    folder = root.appending(path: ".build/benchmark")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes what the benchmark made.
  func clear() throws {
    try FileManager.default.removeItem(at: folder)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Runs `stance` on a log.
  @discardableResult
  func stance(_ arguments: [String], log: URL) throws -> ChildProcess {
    try ChildProcess(program, arguments + ["--log", log.path])
  }

  /// Makes a log of files; answers how long the appends took.
  func makeLog(_ log: URL, from files: [URL]) throws -> Duration {
    try stance(["init"], log: log)
    return try files.reduce(.zero) {
      try $0 + stance(["append", "--from", $1.path], log: log).duration
    }
  }
}
