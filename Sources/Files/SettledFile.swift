import Glibc

extension OpenFile {
  /// The file itself if reading it waits for no one; otherwise a copy of all that comes out of it.
  ///
  /// The copy is on the disk and not in memory, and has no name: it is gone with its last user, also
  /// if the program is killed.
  ///
  /// - Parameter check: called with the number of bytes copied so far, before each block and ten times
  ///   a second while nothing comes; throws to stop waiting.
  /// - Returns: what is to be read.
  /// - Throws: ``FileError`` if the file cannot be read, ``OutputError`` if the copy cannot be
  ///   written, or what `check` throws.
  package func settled(checking check: (_ bytes: Int) throws -> Void) throws -> OpenFile {
    guard waitsForWriter else { return self }
    let copy = try Self.nameless()
    var count = 0
    while true {
      try check(count)
      guard hasNews(withinMilliseconds: 100) else { continue }
      let block = try read(upTo: 1 << 18)
      guard !block.isEmpty else { break }
      do {
        try copy.write(block)
      } catch {
        throw OutputError.unwritten(error)
      }
      count += block.count
    }
    lseek(copy.descriptor, 0, SEEK_SET)
    return copy
  }

  /// Whether what is read comes from someone who may take their time: a pipe, a socket or a terminal.
  private var waitsForWriter: Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    return switch status.st_mode & S_IFMT {
    case S_IFIFO, S_IFSOCK: true
    case S_IFCHR: isatty(descriptor) == 1
    default: false
    }
  }

  /// Waits until there are bytes to read, or the end; false if there is neither in time, or a signal
  /// came.
  private func hasNews(withinMilliseconds limit: Int32) -> Bool {
    var asked = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&asked, 1, limit) > 0
  }

  /// A new file without a name, to write to and to read.
  private static func nameless() throws(OutputError) -> OpenFile {
    let name = "a temporary file in \(temporaryPlace()) (TMPDIR names another folder)"
    var template = Array("\(temporaryPlace())/stance-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .uncreated(FileError(name)) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
    return OpenFile(descriptor, named: name)
  }
}
