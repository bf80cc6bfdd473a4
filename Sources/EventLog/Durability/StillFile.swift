import Files

/// A log in a folder that this user may not write, read without SQLite's locks.
///
/// SQLite keeps its locks in a file beside the log and cannot make it there. Where there is no
/// write-ahead log either, the file holds everything, and is read as it stands. That nobody wrote
/// meanwhile is checked after each access.
struct StillFile: Equatable {
  private let path: String
  private let status: FileStatus

  /// The state of a log's file; nil where a write-ahead log lies beside it.
  init?(at path: String) throws(EventLogError) {
    switch try FilePresence(at: "\(path)-wal") {
    case .missing, .emptyFile: break
    case .directory, .file: return nil
    }
    self.path = path
    status = try EventLogError.ifUnreadable { () throws(FileError) in try FileStatus(of: path) }
  }

  /// The name under which SQLite opens the file without locks (sqlite.org/uri.html).
  var address: String {
    let special: Set<Character> = ["%", "?", "#"]
    let escaped = path.map { character in
      special.contains(character)
        ? "%" + String(character.asciiValue ?? 0, radix: 16, uppercase: true) : String(character)
    }
    return "file:\(escaped.joined())?immutable=1"
  }

  /// Refuses what was read if the file is no longer as it was.
  func check() throws(EventLogError) {
    guard try StillFile(at: path) == self else { throw .busy(path: path) }
  }
}
