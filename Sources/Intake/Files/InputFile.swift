import Glibc

/// A file or standard input, open for reading from front to back.
///
/// The first block is read at once: its first byte tells JSON from CSV where no file name does.
package final class InputFile: Sendable {
  /// The path as given, or "standard input".
  package let name: String
  let firstBlock: [UInt8]
  private let descriptor: Int32

  private static let blockSize = 256 * 1024

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: ``InputError`` where it is not there or may not be read.
  package init(path: String) throws(InputError) {
    let isStandardInput = path == "-"
    name = isStandardInput ? "standard input" : path
    descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.refusal(of: path, because: errno) }
    firstBlock = try Self.readBlock(from: descriptor, name: name)
  }

  /// Bytes that are there already, under a name for refusals.
  package init(name: String, contents: [UInt8]) {
    self.name = name
    firstBlock = contents
    descriptor = -1
  }

  /// All bytes of a small file, or of standard input for `-`.
  ///
  /// - Throws: ``InputError``, also where there are more than `limit` bytes.
  package static func contents(
    of path: String, limit: Int = 1 << 20
  ) throws(InputError) -> [UInt8] {
    let file = try InputFile(path: path)
    var blocks = BlockReader(file)
    var bytes: [UInt8] = []
    while case let block = try blocks.next(), !block.isEmpty {
      bytes += block
      guard bytes.count <= limit else {
        throw .unreadable(path: file.name, reason: "it is longer than \(limit) bytes")
      }
    }
    return bytes
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// The block behind those that were read; empty at the end.
  func nextBlock() throws(InputError) -> [UInt8] {
    descriptor < 0 ? [] : try Self.readBlock(from: descriptor, name: name)
  }

  private static func readBlock(
    from descriptor: Int32, name: String
  ) throws(InputError) -> [UInt8] {
    var failure: Int32 = 0
    let block = [UInt8](unsafeUninitializedCapacity: blockSize) { buffer, count in
      var result = -1
      repeat {
        result = read(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    guard failure == 0 else { throw refusal(of: name, because: failure) }
    return block
  }

  private static func refusal(of path: String, because code: Int32) -> InputError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    case EISDIR: .isFolder(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}

/// Hands out a file's bytes one block after the other.
struct BlockReader {
  let file: InputFile
  private var isAtStart = true

  init(_ file: InputFile) {
    self.file = file
  }

  /// The next block; empty at the end.
  mutating func next() throws(InputError) -> [UInt8] {
    guard isAtStart else { return try file.nextBlock() }
    isAtStart = false
    return file.firstBlock
  }
}
