import GRDB
import Synchronization

extension EventLog {
  /// What a power cut right after a commit may take away again.
  enum Durability: String {
    /// Nothing: the commit waits for the disk.
    case acknowledged = "FULL"
    /// The commit itself: what it says is on the disk elsewhere, and can be written again.
    case keptElsewhere = "NORMAL"
  }

  /// Runs one transaction that writes; it is on the disk when this returns, unless what it says is
  /// kept elsewhere.
  ///
  /// It holds the log's write lock from its start. Everything that is written to a log goes through
  /// here, so that every commit increments the generation and the write-ahead log stays short.
  ///
  /// - Parameters:
  ///   - isNew: whether the file has no tables yet.
  ///   - durability: whether the commit waits for the disk.
  ///   - body: answers a result, and whether to keep what was written.
  /// - Returns: the result.
  /// - Throws: ``EventLogError``, or what `body` throws; then nothing was written.
  func write<Result>(
    toNew isNew: Bool = false, _ durability: Durability = .acknowledged,
    _ body: (Database) throws -> (result: Result, completion: Database.TransactionCompletion)
  ) throws -> Result {
    guard purpose == .appending else { throw EventLogError.openedForReading(path: path) }
    return try withLogErrors(path: path) {
      let result = try queue.writeWithoutTransaction { database in
        try set(durability, in: database)
        try database.beginTransaction(.immediate)
        do {
          try place.checkFile()
          try place.checkLinks()
          if !isNew { try checkSchema(database) }
          let (result, completion) = try body(database)
          switch completion {
          case .commit:
            try LayoutVersion.countCommit(in: database)
            try database.commit()
            // What went into a file that was moved away meanwhile is seen by no one who opens the
            // log: it is not acknowledged.
            try place.checkFile()
          case .rollback:
            try database.rollback()
          }
          return result
        } catch {
          // SQLite may have rolled back by itself.
          if database.isInsideTransaction { try? database.rollback() }
          throw error
        }
      }
      checkpointIfLong()
      return result
    }
  }

  /// Has the next commit wait for the disk, or not; for each transaction, so that none goes by what
  /// another one could do without.
  private func set(_ durability: Durability, in database: Database) throws {
    try self.durability.withLock { known in
      guard known != durability else { return }
      known = nil
      try database.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
      known = durability
    }
  }

  /// Refuses to write to a log whose schema someone has changed, before or since it was opened.
  private func checkSchema(_ database: Database) throws {
    try schemaVersion.withLock { known in
      let version = try SchemaCheck.version(of: database)
      guard version != known else { return }
      try SchemaCheck(database).refuse(path: path)
      known = version
    }
  }

  /// Moves what the write-ahead log holds into the log's file, once it has grown long.
  ///
  /// SQLite up to 3.51.2 can lose a commit when one connection writes while another moves pages
  /// ("the WAL-reset bug", sqlite.org/wal.html). So SQLite's own checkpoints after commits are off,
  /// and a second connection holds the write lock for as long as this one lasts: no one commits
  /// meanwhile. The kernel releases the lock when this process is killed.
  func checkpointIfLong() {
    guard writeAheadLog.isCheckpointDue else { return }
    // Everything is durable already: what cannot be moved now is moved after a later commit.
    try? withWriteLockIfFree {
      try queue.writeWithoutTransaction { database in
        // Passive: moves what no reader needs in the write-ahead log any more, and waits for no
        // one.
        _ = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(PASSIVE)")
      }
      writeAheadLog.noteCheckpoint()
    }
  }

  private func withWriteLockIfFree(_ body: () throws -> Void) throws {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase(WriteAheadLog.leaveCheckpointsToUs)
    let holder = try DatabaseQueue(path: place.address, configuration: configuration)
    try holder.inTransaction(.immediate) { _ in
      try body()
      return .rollback
    }
  }
}
