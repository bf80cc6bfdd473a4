import Glibc

/// A file that appears whole or not at all: written beside its place and moved there at the end.
final class OutputFile {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32
  private var isComplete = false

  /// Begins a file; one that has the path already is replaced only at the end.
  init(path: String) throws(OutputRefusal) {
    let temporaryPath = "\(path).\(getpid()).part"
    let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
    if !isComplete { unlink(temporaryPath) }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(OutputRefusal) {
    try writeAll(bytes, to: descriptor, named: path)
  }

  /// Moves the file to its place, once its bytes are on the disk.
  func finish() throws(OutputRefusal) {
    guard fsync(descriptor) == 0 else {
      throw .writeFailed(path: path, reason: String(cString: strerror(errno)))
    }
    guard rename(temporaryPath, path) == 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    isComplete = true
  }
}
