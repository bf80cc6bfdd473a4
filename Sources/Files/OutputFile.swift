/// A file that is written atomically: beside its place, and moved there at the end.
///
/// A device or a pipe is written to in place.
package final class OutputFile {
  private let path: String
  /// The path at which the file grows; nil if it is a device or a pipe, or has been moved to its
  /// place.
  private var temporaryPath: String?
  private let file: OpenFile

  /// Begins a file; one that has the path already is replaced only at the end, unless it is one of
  /// those that are kept.
  package init(path: String, keeping kept: KeptFiles = KeptFiles()) throws(OutputError) {
    let isStream = try OutputPlace(at: path, keeping: kept) == .stream
    self.path = path
    temporaryPath = isStream ? nil : growingPath(for: path)
    do throws(FileError) {
      file =
        if let temporaryPath { try Self.created(temporaryPath) } else {
          try OpenFile(path, for: .writing)
        }
    } catch {
      throw .uncreated(error, at: path)
    }
  }

  /// Makes a file that is this program's own; what has its name already, left by a program that was
  /// killed or put there to lead elsewhere, is removed and never written to.
  private static func created(_ path: String) throws(FileError) -> OpenFile {
    do {
      return try OpenFile(path, for: .creating(.common))
    } catch  where error.cause == .alreadyThere && removeFile(path) {
      return try OpenFile(path, for: .creating(.common))
    }
  }

  /// Writes a whole file.
  package static func write(
    _ bytes: [UInt8], to path: String, keeping kept: KeptFiles = KeptFiles()
  ) throws(OutputError) {
    let file = try OutputFile(path: path, keeping: kept)
    try file.write(bytes)
    try file.finish()
  }

  deinit {
    if let temporaryPath { removeFile(temporaryPath) }
  }

  /// Adds bytes.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try file.write(bytes)
    } catch {
      throw .unwritten(error, at: path)
    }
  }

  /// Writes two files that belong together; neither if one of them must not be replaced.
  package static func write(
    _ first: (bytes: [UInt8], path: String), _ second: (bytes: [UInt8], path: String),
    keeping kept: KeptFiles
  ) throws(OutputError) {
    let files = try (
      OutputFile(path: first.path, keeping: kept), OutputFile(path: second.path, keeping: kept)
    )
    try files.0.write(first.bytes)
    try files.1.write(second.bytes)
    try files.0.finish()
    try files.1.finish()
  }

  /// Moves the file to its place, once its bytes are on the disk.
  package func finish() throws(OutputError) {
    guard let temporaryPath else { return }
    do {
      try file.synchronize()
    } catch {
      throw .unwritten(error, at: path)
    }
    do {
      try move(temporaryPath, to: path)
    } catch {
      throw .uncreated(error)
    }
    self.temporaryPath = nil
  }
}

/// What exists at the path of a result.
private enum OutputPlace {
  /// Nothing, or a file that the result replaces.
  case file
  /// A device or a pipe: it is written to and stays what it is.
  case stream

  /// Looks at a path; a folder and what is kept, above all a log, are never replaced.
  init(at path: String, keeping kept: KeptFiles) throws(OutputError) {
    // If nothing is found, making the file says what is wrong.
    switch (try? FileStatus(of: path))?.kind {
    case .folder: throw .isFolder(path: path)
    case .stream: self = .stream
    case .file, nil:
      try kept.check(path)
      self = .file
    }
  }
}
