import Files
import GRDB
import GRDBSQLite
package import Stances
import Synchronization

/// The append-only record of events in one SQLite file: the only truth of this program.
///
///     let log = try EventLog.open(at: "stance.sqlite", for: .appending)
///     let receipt = try log.append(events, as: AppendRequest(recorder: "desk", clock: now))
///     let head = try log.read { try $0.head }
///
/// Events are only ever added; the file itself refuses to change or remove one. An append is
/// acknowledged when it is on the disk.
package final class EventLog: Sendable {
  /// What a log is opened for.
  package enum Purpose: Sendable {
    case reading, appending
  }

  /// The path of the log.
  package let path: String
  let purpose: Purpose
  let queue: DatabaseQueue
  let writeAheadLog: WriteAheadLog
  /// If the log is read without locks: the state that its file must still have afterwards.
  let still: StillFile?
  /// Whether the log was of an older layout when it was opened, so that what answers are made of is
  /// derived for each reader.
  private let isOfFormerLayout = Mutex(false)

  private init(
    path: String, purpose: Purpose, patience: Double, still: StillFile? = nil
  ) throws {
    let writeAheadLog = WriteAheadLog()
    self.path = path
    self.purpose = purpose
    self.writeAheadLog = writeAheadLog
    self.still = still
    queue = try DatabaseQueue(
      path: still?.address ?? path,
      configuration: Self.configuration(
        for: purpose, patience: patience, writeAheadLog: writeAheadLog))
  }

  /// Makes a new log.
  ///
  /// - Throws: ``EventLogError``; an existing file is left unchanged, unless it is as empty
  ///   as an interrupted `create` leaves it.
  package static func create(at path: String) throws -> EventLog {
    try checkRoom(besides: path)
    switch try FilePresence(at: path) {
    case .missing: try createExclusively(path)
    case .emptyFile: break
    case .directory, .stream: throw EventLogError.alreadyThere(path: path)
    case .file: guard isBlank(path) else { throw EventLogError.alreadyThere(path: path) }
    }
    let log = try withLogErrors(path: path) {
      try EventLog(path: path, purpose: .appending, patience: defaultPatience)
    }
    return try log.write { database in
      // Another program may have been faster.
      guard try LogIdentity(of: database).isBlank else {
        throw EventLogError.alreadyThere(path: path)
      }
      try Schema.create(in: database)
      return (log, .commit)
    }
  }

  /// Whether a file is a database with nothing in it.
  private static func isBlank(_ path: String) -> Bool {
    let reader = try? EventLog(path: path, purpose: .reading, patience: defaultPatience)
    if let blank = try? reader?.queue.read(LogIdentity.init(of:)).isBlank { return blank }
    // The rollback journal of a killed `create` is undone only by a connection that may write; any
    // other file that cannot be read is not touched.
    guard (try? FilePresence(at: "\(path)-journal")) == .file else { return false }
    return (try? DatabaseQueue(path: path).read(LogIdentity.init(of:)).isBlank) ?? false
  }

  /// Opens an existing log.
  ///
  /// A log whose format is newer than this program knows can be read if its tables are those
  /// that are known, but not written.
  ///
  /// - Parameters:
  ///   - path: the path of the log.
  ///   - purpose: whether to append to it.
  ///   - patience: how many seconds to wait while another program writes.
  /// - Returns: the log, ready to read, and to append to if that is the purpose.
  /// - Throws: ``EventLogError``; ``UpcastingError`` if this program could not read old events.
  package static func open(
    at path: String, for purpose: Purpose, patience: Double = defaultPatience
  ) throws -> EventLog {
    try Upcasting.checkChains()
    switch try FilePresence(at: path) {
    case .missing: throw EventLogError.notFound(path: path)
    case .directory: throw EventLogError.notALog(path: path, reason: .directory)
    case .stream: throw EventLogError.notALog(path: path, reason: .stream)
    case .emptyFile: throw EventLogError.notALog(path: path, reason: .emptyFile)
    case .file: break
    }
    return try withLogErrors(path: path) {
      // Looks before it writes: setting the journal mode would change another program's database,
      // and closing a log with a write-ahead log that is not its own would mix the two.
      let reader = try reader(at: path, patience: patience)
      try reader.queue.read { database in
        try WriteAheadLogCheck(path: path).run(database)
        try LogIdentity(of: database).check(path: path, purpose: purpose)
        let isFormer = try LayoutUpgrade(database, path: path).isNeeded
        reader.isOfFormerLayout.withLock { $0 = isFormer }
      }
      guard purpose == .appending else { return reader }
      let log = try EventLog(path: path, purpose: .appending, patience: patience)
      if reader.isOfFormerLayout.withLock(\.self) { try log.upgradeLayout() }
      return log
    }
  }

  private static func reader(at path: String, patience: Double) throws -> EventLog {
    do {
      return try EventLog(path: path, purpose: .reading, patience: patience)
    } catch let error as DatabaseError
      where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode)
    {
      // SQLite could not make its lock file.
      guard let still = try StillFile(at: path) else { throw error }
      return try EventLog(path: path, purpose: .reading, patience: patience, still: still)
    }
  }

  /// Lays a log of an older format out in today's; the events stay as they are.
  private func upgradeLayout() throws {
    try write { database in
      let upgrade = LayoutUpgrade(database, path: path)
      // Another program may have been as fast.
      guard try upgrade.isNeeded else { return ((), .rollback) }
      try upgrade.lay()
      return ((), .commit)
    }
  }

  /// Reads one consistent state of the log, whatever is appended meanwhile.
  ///
  /// The reader is valid until `body` returns; accesses do not nest. `observe` is shown the SQL of
  /// each statement that runs meanwhile. Throws ``EventLogError``, or what `body` throws.
  package func read<Result>(
    observing observe: ((String) -> Void)? = nil, _ body: (LogReader) throws -> Result
  ) throws -> Result {
    try withLogErrors(path: path) {
      let result = try queue.read { database in
        if let observe {
          database.trace { if case .statement(let statement) = $0 { observe(statement.sql) } }
        }
        defer { if observe != nil { database.trace(options: []) } }
        if isOfFormerLayout.withLock(\.self) {
          try LayoutUpgrade(database, path: path).deriveTemporarily()
        }
        return try body(LogReader(database: database, path: path))
      }
      try still?.check()
      return result
    }
  }

  /// How many seconds to wait while another program writes, unless set otherwise.
  package static let defaultPatience = 5.0

  private static func configuration(
    for purpose: Purpose, patience: Double, writeAheadLog: WriteAheadLog
  ) -> Configuration {
    var configuration = Configuration()
    // By default GRDB gives up at once.
    configuration.busyMode = SteadyWait(seconds: patience).mode
    configuration.readonly = purpose == .reading
    // The schema declares what refers to what, and `verify` checks rows against it. The append
    // itself takes each reference from a look-up; looking it up again would only cost time.
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // 16 MiB instead of SQLite's 2: a page of the site reads an index and its table side by side,
      // and would read each page of the file many times over.
      try database.execute(sql: "PRAGMA cache_size = -16384")
      guard purpose == .appending else { return }
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
}

extension EventLog {
  /// Copies one consistent state of the log into a new file, whatever is appended meanwhile.
  ///
  /// The file is written atomically: it grows beside its place, and gets its name when it has been
  /// verified and is on the disk. An existing file is left unchanged.
  ///
  /// - Returns: the head of the copy.
  /// - Throws: ``EventLogError``; above all if the log is damaged, as a copy would be too.
  @discardableResult
  package func backup(to destination: String) throws -> Position {
    try checkRoom(besides: destination)
    guard try FilePresence(at: destination) == .missing else {
      throw EventLogError.alreadyThere(path: destination)
    }
    let growing = growingPath(for: destination)
    try createExclusively(growing)
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { removeFile(growing + suffix) } }
    try withLogErrors(path: destination) {
      let copy = try DatabaseQueue(path: growing)
      try queue.backup(to: copy)
      try copy.close()
    }
    try still?.check()
    let verification = try EventLog.open(at: growing, for: .reading).verify()
    if let finding = verification.findings.first {
      throw EventLogError.damaged(path: path, reason: "\(finding)")
    }
    try EventLogError.ifUnreadable { () throws(FileError) in try synchronize(growing) }
    try nameExclusively(growing, destination)
    try EventLogError.ifUnreadable { () throws(FileError) in
      try synchronize(directory(of: destination))
    }
    return Position(verification.events)
  }
}

extension EventLog {
  /// The version of the system's SQLite, which this program runs with.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}
