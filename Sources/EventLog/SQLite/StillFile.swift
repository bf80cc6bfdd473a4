import Files

/// A log that is read without SQLite's locks, and so without a file made beside it.
///
/// SQLite keeps its locks and the newest events in files beside the log. A reader in a folder that
/// it may not write cannot make them; those that a reader other than the owner makes would be its
/// own, and keep the owner from writing. If there is no write-ahead log, the log's file holds
/// everything, and is read directly. That no one wrote meanwhile is checked after each access.
struct StillFile: Equatable {
  private let path: String
  private let status: FileStatus

  /// The state of a log's file; nil if there is a write-ahead log beside it.
  ///
  /// - Parameter path: the absolute path of the file.
  /// - Throws: ``EventLogError``.
  init?(at path: String) throws(EventLogError) {
    switch try FilePresence(at: "\(path)-wal") {
    case .missing, .emptyFile: break
    default: return nil
    }
    self.path = path
    status = try EventLogError.ifUnreadable { () throws(FileError) in try FileStatus(of: path) }
  }

  /// The state of the file of a log that is somebody else's; nil if it is this user's, or if there
  /// is a file beside it already.
  init?(ofAnother path: String) throws(EventLogError) {
    guard try FilePresence(at: "\(path)-wal") == .missing else { return nil }
    try self.init(at: path)
    guard !status.isOwn else { return nil }
  }

  /// The name under which SQLite opens the file without locks (sqlite.org/uri.html).
  var address: String {
    let special: Set<Character> = ["%", "?", "#"]
    let escaped = path.map { character in
      special.contains(character)
        ? "%" + String(character.asciiValue ?? 0, radix: 16, uppercase: true) : String(character)
    }
    return "file://\(escaped.joined())?immutable=1"
  }

  /// Whether the file is as it was.
  var isUnchanged: Bool { get throws(EventLogError) { try StillFile(at: path) == self } }
}
