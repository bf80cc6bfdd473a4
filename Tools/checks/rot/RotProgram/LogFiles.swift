import Foundation

/// A log's file and the write-ahead log beside it, in memory.
struct LogFiles: Sendable {
  let main: [UInt8]
  let wal: [UInt8]

  init(at path: String) throws {
    main = try Array(Data(contentsOf: URL(filePath: path)))
    wal = (try? Array(Data(contentsOf: URL(filePath: path + "-wal")))) ?? []
  }
}

/// A copy of a log in which one bit at a time is turned.
final class LogCopy {
  let path: String
  private let original: LogFiles
  private let flipsWAL: Bool

  init(of original: LogFiles, at path: String, flipsWAL: Bool) {
    self.original = original
    self.path = path
    self.flipsWAL = flipsWAL
    remove()
  }

  /// Puts the copy back as the original is, except for one bit.
  func make(_ flip: Flip) {
    var changed = flipsWAL ? original.wal : original.main
    changed[flip.offset] ^= 1 << flip.bit
    write(flipsWAL ? original.main : changed, to: path)
    // What the last reader left beside the file would be about another state of it.
    unlink(path + "-shm")
    if flipsWAL { write(changed, to: path + "-wal") } else { unlink(path + "-wal") }
  }

  /// Removes the copy.
  func remove() {
    for end in ["", "-wal", "-shm"] { unlink(path + end) }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    guard descriptor >= 0, Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      fatalError("cannot write \(path)")
    }
    close(descriptor)
  }
}
