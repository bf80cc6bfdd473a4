import ArgumentParser
import Files

/// The destination of a result.
struct FileOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, atomically; default: standard output.",
      valueName: "file"),
    completion: .file())
  var output: String?

  /// Lets `body` write to the file or to standard output, over none of the files that are kept.
  func write(
    keeping kept: KeptFiles, _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    guard let output, output != "-" else {
      return try body { try StandardStreams.write($0) }
    }
    let file = try OutputFile(path: output, keeping: kept)
    try body { try file.write($0) }
    try file.finish()
  }
}
