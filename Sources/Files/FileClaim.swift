import Glibc
import Synchronization

/// A claim on a file that every process sees, whatever name it has opened the file by.
///
/// SQLite keeps a log's newest events in a file beside it, found by the log's name: of one file
/// under two names (a second link, a file mounted elsewhere) each would have its own, and what is
/// written under one name would be lost under the other. So each process locks one byte of the
/// file, far behind its end, whose place is computed from the file beside it: another byte that is
/// locked shows another name.
///
/// The lock belongs to the open file, not to the process (`F_OFD_SETLK`), and ends with it. SQLite's
/// own locks on the file end when the process closes *any* descriptor of it. So a claim is made
/// before SQLite opens the file and outlives its connection, all claims of a process on a file
/// share one descriptor, and an ``OpenFile`` of a claimed file stays open until the last of them
/// ends.
package final class FileClaim: Sendable {
  /// Which file it is.
  package let file: FileIdentity

  /// Claims a file.
  ///
  /// - Throws: ``FileError`` if it cannot be opened.
  package init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = FileError(path)
      close(descriptor)
      throw error
    }
    file = FileIdentity(status)
    Claims.shared.add(descriptor, of: file)
  }

  deinit { Claims.shared.remove(file) }

  /// What a claim finds when it names the file beside its own.
  package enum Finding: Sendable {
    /// No other process has the file open by another name, as far as the system can say.
    case alone
    /// Another process uses it with another file beside it.
    case otherName
  }

  /// Says with which file beside it this process uses the file.
  ///
  /// A file system without such locks finds nobody else. A process that has just closed the file
  /// gives its claim back a moment after it removed what was beside it, or later if it was halted
  /// between: so another claim counts only if it lasts.
  package func use(with companion: FileIdentity) -> Finding {
    for _ in 0..<Self.looks {
      if Claims.shared.lock(file, companion) == .alone { return .alone }
      usleep(20_000)
    }
    return Claims.shared.lock(file, companion)
  }

  /// How often, in some three seconds, another claim is looked for again.
  private static let looks = 150
}

/// The claims of this process, and what has to stay open for them.
private final class Claims: Sendable {
  static let shared = Claims()

  private struct Entry {
    let descriptor: Int32
    var count = 1
    var companion: FileIdentity?
    /// Descriptors of the file that others are done with.
    var done: [Int32] = []
  }

  private let entries = Mutex<[FileIdentity: Entry]>([:])

  func add(_ descriptor: Int32, of file: FileIdentity) {
    entries.withLock { entries in
      guard entries[file] != nil else {
        entries[file] = Entry(descriptor: descriptor)
        return
      }
      entries[file]?.count += 1
      entries[file]?.done.append(descriptor)
    }
  }

  func remove(_ file: FileIdentity) {
    entries.withLock { entries in
      entries[file]?.count -= 1
      guard let entry = entries[file], entry.count == 0 else { return }
      for descriptor in entry.done { close(descriptor) }
      close(entry.descriptor)
      entries[file] = nil
    }
  }

  func lock(_ file: FileIdentity, _ companion: FileIdentity) -> FileClaim.Finding {
    entries.withLock { entries in
      guard let entry = entries[file] else { return .alone }
      if let known = entry.companion { return known == companion ? .alone : .otherName }
      let place = Self.place(of: companion)
      // First its own, then a look at others: of two at the same instant one sees the other.
      guard Self.takes(entry.descriptor, place) else { return .alone }
      let before = Self.isLocked(entry.descriptor, from: Self.start, count: place - Self.start)
      // To the end, however long the file may get.
      let after = Self.isLocked(entry.descriptor, from: place + 1, count: 0)
      guard !before, !after else {
        Self.release(entry.descriptor, place)
        return .otherName
      }
      entries[file]?.companion = companion
      return .alone
    }
  }

  /// Closes a descriptor, or keeps it open until the claims on its file end.
  func finish(_ descriptor: Int32) {
    let isKept = entries.withLock { entries in
      guard !entries.isEmpty else { return false }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return false }
      let file = FileIdentity(status)
      guard entries[file] != nil else { return false }
      entries[file]?.done.append(descriptor)
      return true
    }
    if !isKept { Glibc.close(descriptor) }
  }

  /// Far behind the end of any file, and behind the bytes that SQLite locks.
  private static let start: Int64 = 1 << 61

  private static func place(of file: FileIdentity) -> Int64 {
    let mixed = file.inode ^ (file.device &* 0x9E37_79B9_7F4A_7C15)
    return start + 1 + Int64(mixed & (1 << 60 - 1))
  }

  private static func takes(_ descriptor: Int32, _ place: Int64) -> Bool {
    call(descriptor, set, F_RDLCK, from: place, count: 1) != nil
  }

  private static func release(_ descriptor: Int32, _ place: Int64) {
    _ = call(descriptor, set, F_UNLCK, from: place, count: 1)
  }

  private static func isLocked(_ descriptor: Int32, from: Int64, count: Int64) -> Bool {
    guard let found = call(descriptor, ask, F_WRLCK, from: from, count: count) else { return false }
    return found.l_type != Int16(F_UNLCK)
  }

  /// Linux's commands for locks of open files, which Swift does not import: `F_OFD_GETLK` asks for
  /// one in the way, `F_OFD_SETLK` sets one (fcntl(2)).
  private static let (ask, set): (Int32, Int32) = (36, 37)

  private static func call(
    _ descriptor: Int32, _ command: Int32, _ type: Int32, from: Int64, count: Int64
  ) -> flock? {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(from)
    lock.l_len = off_t(count)
    return fcntl(descriptor, command, &lock) == 0 ? lock : nil
  }
}

/// Closes a descriptor without taking SQLite's locks from a log that this process has open.
func closeKeepingLocks(_ descriptor: Int32) { Claims.shared.finish(descriptor) }
