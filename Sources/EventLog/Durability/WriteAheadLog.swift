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
