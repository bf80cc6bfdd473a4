import Files
import GRDB
import GRDBSQLite
import Synchronization

/// What one connection knows about the write-ahead log: how long it was after each of its commits.
final class WriteAheadLog: Sendable {
  /// The number of pages after which a checkpoint is due, and again after as many more: 4 MiB.
  static let longestInPages = 1_000

  private struct State {
    var pages = 0
    var isCheckpointDue = false
  }

  private let state = Mutex(State())

  /// Whether the write-ahead log has grown long since the last checkpoint was tried.
  var isCheckpointDue: Bool { state.withLock { $0.isCheckpointDue } }

  /// Notes that a checkpoint was made, as far as readers allowed it.
  func noteCheckpoint() {
    state.withLock { $0.isCheckpointDue = false }
  }

  /// Has SQLite report the length after each commit, instead of making its own checkpoints.
  ///
  /// The connection must be closed before this object is gone.
  func watch(_ database: Database) {
    sqlite3_wal_hook(
      database.sqliteConnection,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        Unmanaged<WriteAheadLog>.fromOpaque(context).takeUnretainedValue().note(pages: Int(pages))
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Notes the length after a commit.
  func note(pages: Int) {
    state.withLock { state in
      let multiple = pages / Self.longestInPages
      if multiple > state.pages / Self.longestInPages { state.isCheckpointDue = true }
      state.pages = pages
    }
  }

  /// Switches SQLite's own checkpoints after commits off.
  ///
  /// The one checkpoint left is when the last connection of all closes a log, for which SQLite
  /// locks out every other first.
  static func leaveCheckpointsToUs(_ database: Database) throws {
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    // When the write-ahead log starts again, it gives back what a long import made it grow to.
    try database.execute(sql: "PRAGMA journal_size_limit = \(longestInPages * 4096)")
  }
}

/// A log in a folder that this user may not write, read without SQLite's locks.
///
/// SQLite keeps its locks in a file beside the log and cannot make it there. If there is no
/// write-ahead log either, the file holds everything, and is read directly. That no one wrote
/// meanwhile is checked after each access.
struct StillFile: Equatable {
  private let path: String
  private let status: FileStatus

  /// The state of a log's file; nil if there is a write-ahead log beside it.
  init?(at path: String) throws(EventLogError) {
    switch try FilePresence(at: "\(path)-wal") {
    case .missing, .emptyFile: break
    case .directory, .stream, .file: return nil
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

  /// Refuses what was read if the file has changed.
  func check() throws(EventLogError) {
    guard try StillFile(at: path) == self else { throw .busy(path: path) }
  }
}
