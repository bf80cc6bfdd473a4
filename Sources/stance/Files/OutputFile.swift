import EventLog
import Glibc

/// A file that appears whole or not at all: written beside its place and moved there at the end.
///
/// A device or a pipe is written to where it stands.
final class OutputFile {
  private let path: String
  /// Where the file grows; nil where it is a device or a pipe, or has been moved to its place.
  private var temporaryPath: String?
  private let descriptor: Int32

  /// Begins a file; one that has the path already is replaced only at the end.
  init(path: String) throws(OutputError) {
    let isStream = try OutputPlace(at: path) == .stream
    let temporaryPath = isStream ? nil : growingPath(for: path)
    let descriptor = temporaryPath.map(Self.created) ?? open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  /// Makes a file that is this program's own; what has its name already, left behind by a program
  /// that was killed or laid there to lead elsewhere, is taken away and never written to.
  private static func created(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o666)
    guard descriptor < 0, errno == EEXIST, unlink(path) == 0 else { return descriptor }
    return open(path, flags, 0o666)
  }

  /// Writes a whole file.
  static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.finish()
  }

  deinit {
    close(descriptor)
    if let temporaryPath { unlink(temporaryPath) }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    try writeAll(bytes, to: descriptor, named: path)
  }

  /// Moves the file to its place, once its bytes are on the disk.
  func finish() throws(OutputError) {
    guard let temporaryPath else { return }
    guard fsync(descriptor) == 0 else {
      throw .writeFailed(path: path, reason: String(cString: strerror(errno)))
    }
    guard rename(temporaryPath, path) == 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    self.temporaryPath = nil
  }
}

/// Waits until the names in a path's folder are on the disk.
func synchronizeDirectory(of path: String) throws(OutputError) {
  try synchronizeFolder(directory(of: path))
}

/// Waits until the names in a folder are on the disk.
func synchronizeFolder(_ path: String) throws(OutputError) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  defer { if descriptor >= 0 { close(descriptor) } }
  guard descriptor >= 0, fsync(descriptor) == 0 else {
    throw .writeFailed(path: path, reason: String(cString: strerror(errno)))
  }
}
