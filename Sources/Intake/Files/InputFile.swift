package import Errors
import Files
import Stances

/// A file or standard input, open for reading from front to back.
///
/// The first block is read at once: its first byte distinguishes JSON from CSV if no file name does.
package final class InputFile: Sendable {
  /// The path as given, or "standard input".
  package let name: String
  let firstBlock: [UInt8]
  /// Nil for bytes that were there already.
  private let file: OpenFile?

  private static let blockSize = 256 * 1024

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: ``InputError`` where it is not there or may not be read.
  package convenience init(path: String) throws(InputError) {
    do {
      let (name, file) = try Self.opened(path)
      try self.init(name: name, file)
    } catch {
      throw InputError(error)
    }
  }

  /// Opens a file, or standard input for `-`, that can then be read without waiting for anyone: what
  /// comes through a pipe or from a terminal is first copied to its end into a temporary file.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - check: called with the number of bytes copied so far; throws to stop waiting for more.
  /// - Throws: ``InputError``, ``OutputError`` if the copy cannot be written, or what `check` throws.
  package convenience init(
    settling path: String, checking check: (_ bytes: Int) throws -> Void
  ) throws {
    do {
      let (name, file) = try Self.opened(path)
      try self.init(name: name, file.settled(checking: check))
    } catch let error as FileError {
      throw InputError(error)
    }
  }

  private init(name: String, _ file: OpenFile) throws(FileError) {
    self.name = name
    self.file = file
    firstBlock = try file.read(upTo: Self.blockSize)
  }

  private static func opened(_ path: String) throws(FileError) -> (String, OpenFile) {
    path == "-" ? ("standard input", .standardInput) : (path, try OpenFile(path, for: .reading))
  }

  /// Bytes that are there already, under a name for refusals.
  package init(name: String, contents: [UInt8]) {
    self.name = name
    firstBlock = contents
    file = nil
  }

  /// All bytes of a small file, or of standard input for `-`.
  ///
  /// - Throws: ``InputError``, also where there are more than `limit` bytes.
  package static func contents(
    of path: String, limit: Int = 1 << 20
  ) throws(InputError) -> [UInt8] {
    try InputFile(path: path).contents(limit: limit)
  }

  /// All bytes of a small file that a user keeps, such as a key: a pipe or a device is refused, so
  /// that no one waits for it.
  ///
  /// - Throws: ``InputError``, also if there are more than `limit` bytes.
  package static func contents(
    ofFile path: String, limit: Int = 1 << 20
  ) throws(InputError) -> [UInt8] {
    let file: InputFile
    do {
      file = try InputFile(name: path, OpenFile(path, for: .readingFile))
    } catch {
      throw InputError(error)
    }
    return try file.contents(limit: limit)
  }

  private func contents(limit: Int) throws(InputError) -> [UInt8] {
    var blocks = BlockReader(self)
    var bytes: [UInt8] = []
    while case let block = try blocks.next(), !block.isEmpty {
      bytes += block
      guard bytes.count <= limit else {
        throw .unreadable(path: name, reason: "it is longer than \(limit) bytes")
      }
    }
    return bytes
  }

  /// The block after those that were read; empty at the end.
  func nextBlock() throws(InputError) -> [UInt8] {
    do {
      return try file?.read(upTo: Self.blockSize) ?? []
    } catch {
      throw InputError(error)
    }
  }
}

/// Hands out a file's bytes one block after the other, as UTF-8.
struct BlockReader {
  let file: InputFile
  private var isAtStart = true
  private var decoder: UTF16Decoder?

  init(_ file: InputFile) {
    self.file = file
  }

  /// The next block; empty at the end.
  ///
  /// Throws ``InputError`` if the system does not let it be read, or it is no text.
  mutating func next() throws(InputError) -> [UInt8] {
    if isAtStart {
      isAtStart = false
      if let kind = ForeignFile(file.firstBlock, named: file.name) {
        throw .notText(path: file.name, kind)
      }
      decoder = UTF16Decoder(file.firstBlock)
      guard decoder != nil else { return file.firstBlock }
      return try decoded(file.firstBlock)
    }
    return try decoded(file.nextBlock())
  }

  /// A block that was read; one that is not the last gives something.
  private mutating func decoded(_ block: [UInt8]) throws(InputError) -> [UInt8] {
    guard var decoder else { return block }
    defer { self.decoder = decoder }
    var block = block
    while true {
      let text = decoder.decode(block)
      if !text.isEmpty || block.isEmpty { return text }
      block = try file.nextBlock()
      if block.isEmpty { return decoder.decode([]) }
    }
  }
}

/// Why a file could not be opened or read at all.
package enum InputError: StanceError, Hashable {
  /// Nothing has this path.
  case notFound(path: String)
  /// The system does not let this user read it.
  case notPermitted(path: String)
  /// A folder has this path.
  case isFolder(path: String)
  /// A pipe, a socket or a device has this path, which the program needs for a file.
  case isStream(path: String)
  /// The system gave up reading, for the reason it names.
  case unreadable(path: String, reason: String)
  /// It is no text, but something that programs pack or save.
  case notText(path: String, ForeignFile)

  package var kind: ErrorKind {
    switch self {
    case .notFound, .isFolder, .isStream: .notFound
    case .notPermitted: .noPermission
    case .unreadable: .inputOutput
    case .notText: .badData
    }
  }
}

extension InputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound(let path):
      "there is no file \(printable(path)); give the path of a file, or - for standard input"
    case .notPermitted(let path):
      "\(printable(path)) may not be read by this user; ask its owner, or check its mode"
    case .isFolder(let path):
      "\(printable(path)) is a folder; name the file in it that is to be read"
    case .isStream(let path):
      "\(printable(path)) is a pipe, a socket or a device; a file is needed there"
    case .unreadable(let path, let reason):
      "\(printable(path)) could not be read: \(reason)"
    case .notText(let path, let kind):
      "\(printable(path)) is \(kind)"
    }
  }
}

extension InputError {
  /// Why the system did not let a file be opened or read.
  init(_ error: FileError) {
    self =
      switch error.cause {
      case .notFound: .notFound(path: error.path)
      case .noPermission: .notPermitted(path: error.path)
      case .isFolder: .isFolder(path: error.path)
      case .isStream: .isStream(path: error.path)
      default: .unreadable(path: error.path, reason: error.reason)
      }
  }
}
