import Files
import GRDB
import GRDBSQLite
import SQLiteSettings
import Stances

/// One of SQLite's connections to a log, and what it was opened as.
struct LogConnection {
  let queue: DatabaseQueue
  /// If the log is read without locks: the state that its file must still have afterwards.
  let still: StillFile?
  /// Whether the log was of an older layout when it was opened, so that what answers are made of is
  /// derived for each reader.
  private(set) var isOfFormerLayout = false

  /// Opens a log to read it, and refuses what is not one, or not safe to use.
  ///
  /// Looks before anything is written: setting the journal mode would change another program's
  /// database, and closing a log with a write-ahead log that is not its own would mix the two.
  init(readerOf place: LogPlace, for purpose: EventLog.Purpose, patience: Double) throws {
    try place.checkLinks()
    (queue, still) = try Self.reader(
      at: place.address, patience: patience, cachePages: purpose == .verifying ? 500 : 4_000)
    let still = still
    isOfFormerLayout = try queue.read { database in
      if still == nil { try place.checkIndex(of: database) }
      try WriteAheadLogCheck(of: place).run(database)
      try LogIdentity(of: database).check(path: place.path, purpose: purpose)
      if purpose != .verifying { try SchemaCheck(database).refuse(path: place.path) }
      return try LayoutUpgrade(database, path: place.path).isNeeded
    }
  }

  /// Opens a log to write to it, after it was looked at.
  init(writerOf place: LogPlace, patience: Double, _ writeAheadLog: WriteAheadLog) throws {
    still = nil
    queue = try DatabaseQueue(
      path: place.address, configuration: Self.writing(patience: patience, writeAheadLog))
  }

  /// Whether a file is a database with nothing in it; nil if it cannot be read.
  static func isBlank(_ place: LogPlace) -> Bool? {
    let opened = try? reader(
      at: place.address, patience: EventLog.defaultPatience, cachePages: 500)
    guard let queue = opened?.0 else { return nil }
    return try? queue.read(LogIdentity.init(of:)).isBlank
  }

  private static func reader(
    at address: String, patience: Double, cachePages: Int
  ) throws -> (DatabaseQueue, StillFile?) {
    let configuration = reading(patience: patience, cachePages: cachePages)
    if let still = try StillFile(ofAnother: address) {
      return (try DatabaseQueue(path: still.address, configuration: configuration), still)
    }
    do {
      return (try DatabaseQueue(path: address, configuration: configuration), nil)
    } catch let error as DatabaseError
      where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode)
    {
      // SQLite could not make its lock file.
      guard let still = try StillFile(at: address) else { throw error }
      return (try DatabaseQueue(path: still.address, configuration: configuration), still)
    }
  }

  private static func reading(patience: Double, cachePages: Int) -> Configuration {
    var configuration = common(patience: patience)
    configuration.readonly = true
    configuration.prepareDatabase { database in
      try distrust(database)
      // 4,000 pages are 16 MiB instead of SQLite's 2: a page of the site reads an index and its
      // table side by side, and would read each page of the file many times over. A verification
      // reads each once.
      try database.execute(sql: "PRAGMA cache_size = \(cachePages)")
    }
    return configuration
  }

  private static func writing(patience: Double, _ writeAheadLog: WriteAheadLog) -> Configuration {
    var configuration = common(patience: patience)
    configuration.prepareDatabase { database in
      try distrust(database)
      // Set here and not through GRDB's `journalMode`, which would also make commits less durable
      // (`synchronous = NORMAL`) and write to the file whenever it is opened.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // Each insert keeps the pages that it changes until its triggers have spoken: in memory, not
      // in a file beside the log.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // 64 MiB: an import that touches the whole of an index stays in memory.
      try database.execute(sql: "PRAGMA cache_size = -65536")
      try WriteAheadLog.leaveCheckpointsToUs(database)
      writeAheadLog.watch(database)
    }
    return configuration
  }

  private static func common(patience: Double) -> Configuration {
    var configuration = Configuration()
    // By default GRDB gives up at once.
    configuration.busyMode = SteadyWait(seconds: patience).mode
    // The schema declares what refers to what, and `verify` checks rows against it. The append
    // itself takes each reference from a look-up; looking it up again would only cost time.
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// Has SQLite run nothing that a foreign schema brings along but what is harmless, and refuse to
  /// damage its own file (sqlite.org/security.html).
  static func distrust(_ database: Database) throws {
    try database.execute(sql: "PRAGMA trusted_schema = OFF")
    let code = sqlite_settings_defend(database.sqliteConnection)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
