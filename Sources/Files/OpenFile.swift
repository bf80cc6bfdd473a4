import Glibc

/// A file that is open; it is closed with its last user.
///
/// The system's own calls and not swift-system's: that package has no `fsync`, `rename`, `link`,
/// `flock` or `mkdir`, on which all durability here rests, so it would exist beside these calls
/// and not replace them.
package final class OpenFile: Sendable {
  /// What a file is opened for.
  package enum Purpose: Sendable {
    case reading
    /// It is a file that a user keeps, such as a key: a pipe or a device, which may keep its reader
    /// waiting without end, is refused at once.
    case readingFile
    /// It exists, and is written to in place.
    case writing
    /// It must not exist yet, not even as a link, and is made.
    case creating(FileMode)
    /// It is made if it does not exist; each write goes to its end.
    case appending(FileMode)
  }

  private let name: String
  let descriptor: Int32

  /// What the program is given to read.
  package static let standardInput = OpenFile(STDIN_FILENO, named: "standard input")
  /// The destination of its results.
  package static let standardOutput = OpenFile(STDOUT_FILENO, named: "standard output")
  /// The destination of its messages.
  package static let standardError = OpenFile(STDERR_FILENO, named: "standard error")

  /// Takes over what is open already.
  init(_ descriptor: Int32, named name: String) {
    self.name = name
    self.descriptor = descriptor
  }

  /// Opens a file.
  package init(_ path: String, for purpose: Purpose) throws(FileError) {
    name = path
    descriptor =
      switch purpose {
      case .reading: open(path, O_RDONLY | O_CLOEXEC)
      // Otherwise opening a pipe waits for its writer.
      case .readingFile: open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      case .writing: open(path, O_WRONLY | O_CLOEXEC)
      case .creating(let mode):
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode.bits)
      case .appending(let mode):
        open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode.bits)
      }
    guard descriptor >= 0 else { throw FileError(path) }
    if case .readingFile = purpose {
      let kind = try status().kind
      guard kind == .file else { throw FileError(notAFile: path, kind) }
    }
  }

  /// Opens a file that stands for a lock, made if it does not exist, and waits for the lock.
  ///
  /// - Throws: ``OutputError``.
  package convenience init(locking path: String) throws(OutputError) {
    do {
      try self.init(path, for: .appending(.ownersOnly))
      try lock()
    } catch {
      throw .uncreated(error)
    }
  }

  /// What the system knows about the file that is open, whatever has its path by now.
  package func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(name) }
    return FileStatus(status)
  }

  /// Opens a file to read it; nil if there is none.
  package static func ifThere(_ path: String) throws(FileError) -> OpenFile? {
    do {
      return try OpenFile(path, for: .readingFile)
    } catch  where error.cause == .notFound {
      return nil
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { closeKeepingLocks(descriptor) }
  }

  /// The next bytes; none at the end.
  package func read(upTo count: Int) throws(FileError) -> [UInt8] {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      repeat {
        result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      initialized = max(0, result)
    }
    guard result >= 0 else { throw FileError(name) }
    return bytes
  }

  /// Whether ``read(upTo:)`` returns without waiting, be it with nothing at the end.
  package var isReady: Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&asked, 1, 0) > 0
  }

  /// The bytes from an offset on; fewer at the end, or if they cannot be read.
  package func read(_ count: Int, at offset: Int64) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)))
    }
  }

  /// Writes every byte, in one call if the system takes them in one.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw FileError(name)
      }
    }
  }

  /// Waits until the file, or the names in a folder, are on the disk.
  package func synchronize() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw FileError(name) }
  }

  /// Waits until no other process holds the lock of the file; it is given back on closing.
  package func lock() throws(FileError) {
    guard flock(descriptor, LOCK_EX) == 0 else { throw FileError(name) }
  }

  /// Takes the lock of the file if no other process holds it; it is given back on closing.
  ///
  /// - Returns: whether it was taken.
  package func lockIfFree() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
}

/// Who may read and write a new file, as far as the user's mask lets them.
package enum FileMode: Sendable {
  /// Everyone.
  case common
  /// Everyone may read, only its owner write.
  case readable
  /// Only its owner.
  case ownersOnly
  /// Those who may read or write another file, by its permissions.
  case permitting(UInt32)

  var bits: mode_t {
    switch self {
    case .common: 0o666
    case .readable: 0o644
    case .ownersOnly: 0o600
    case .permitting(let permissions): permissions & 0o666
    }
  }
}
