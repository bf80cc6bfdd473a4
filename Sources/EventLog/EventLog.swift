package import Files
import GRDB
import GRDBSQLite
package import Stances
import Synchronization
import Transparency

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
    /// To read it and say what is wrong with it, which otherwise would be refused.
    case verifying
  }

  /// The path of the log as it was given.
  package var path: String { place.path }
  /// Which file it is, whatever has its path later.
  package var identity: FileIdentity { place.file }
  let place: LogPlace
  let purpose: Purpose
  let writeAheadLog: WriteAheadLog
  private let connection: Mutex<LogConnection>
  /// The number of the schema that was last found to be this program's.
  let schemaVersion = Mutex<Int64?>(nil)
  /// Whether the next commit waits for the disk; nil if that is not known.
  let durability = Mutex<Durability?>(nil)
  /// What was signed last through this object, and with which key.
  let lastSigned = Mutex<(key: VerifierKey, head: SignedHead)?>(nil)

  var queue: DatabaseQueue { connection.withLock { $0.queue } }

  private init(
    _ place: LogPlace, for purpose: Purpose, _ connection: LogConnection,
    _ writeAheadLog: WriteAheadLog = WriteAheadLog()
  ) {
    self.place = place
    self.purpose = purpose
    self.writeAheadLog = writeAheadLog
    self.connection = Mutex(connection)
  }

  private convenience init(writerOf place: LogPlace, patience: Double) throws {
    let writeAheadLog = WriteAheadLog()
    self.init(
      place, for: .appending,
      try LogConnection(writerOf: place, patience: patience, writeAheadLog), writeAheadLog)
  }

  deinit {
    // Before the claim on the file ends: ``FileClaim``.
    try? queue.close()
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
      try EventLog(writerOf: LogPlace(path), patience: defaultPatience)
    }
    return try log.write(toNew: true) { database in
      try log.place.checkIndex(of: database)
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
    guard let place = try? LogPlace(path) else { return false }
    if let isBlank = LogConnection.isBlank(place) { return isBlank }
    // The rollback journal of a killed `create` is undone only by a connection that may write; any
    // other file that cannot be read is not touched.
    guard (try? FilePresence(at: "\(place.address)-journal")) == .file else { return false }
    return (try? DatabaseQueue(path: place.address).read(LogIdentity.init(of:)).isBlank) ?? false
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
      let place = try LogPlace(path)
      let reader = try LogConnection(readerOf: place, for: purpose, patience: patience)
      guard purpose == .appending else { return EventLog(place, for: purpose, reader) }
      // Closed only after the writer has looked: the last to close a log writes to it.
      defer { try? reader.queue.close() }
      let log = try EventLog(writerOf: place, patience: patience)
      if reader.isOfFormerLayout { try log.upgradeLayout() }
      return log
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

  /// Refuses a log whose path does not lead to its file any more: someone moved it, removed it, or
  /// put another in its place.
  ///
  /// What is open stays readable and writable, but no one who opens the path sees it.
  package func checkPlace() throws(EventLogError) { try place.checkFile() }

  /// Reads one consistent state of the log, whatever is appended meanwhile.
  ///
  /// The reader is valid until `body` returns; accesses do not nest. `observe` is shown each run of a
  /// statement that ends meanwhile. Throws ``EventLogError``, ``WorkError`` if the work takes
  /// more than `limits`, or what `body` throws.
  package func read<Result>(
    within limits: WorkLimits? = nil, observing observe: ((StatementRun) -> Void)? = nil,
    _ body: (LogReader) throws -> Result
  ) throws -> Result {
    try withLogErrors(path: path) {
      let connection = try current()
      let result = try connection.queue.read { database in
        if connection.isOfFormerLayout {
          try LayoutUpgrade(database, path: path).deriveTemporarily()
        }
        guard let observe else { return try read(database, within: limits, body) }
        return try StatementObserver(observe).watching(database) {
          try read(database, within: limits, body)
        }
      }
      try checkStill(connection)
      return result
    }
  }

  private func read<Result>(
    _ database: Database, within limits: WorkLimits?, _ body: (LogReader) throws -> Result
  ) throws -> Result {
    guard let bound = limits.map(WorkBound.init) else {
      return try body(LogReader(database: database, path: path))
    }
    return try bound.watching(database) {
      try body(LogReader(database: database, path: path, work: bound))
    }
  }

  /// The connection to read with; a new one if the log was read without locks and has grown since.
  private func current() throws -> LogConnection {
    try connection.withLock { connection in
      if let still = connection.still, try !still.isUnchanged {
        try place.checkFile()
        connection = try LogConnection(
          readerOf: place, for: purpose, patience: Self.defaultPatience)
      }
      return connection
    }
  }

  /// Refuses what was read without locks if someone wrote meanwhile.
  private func checkStill(_ connection: LogConnection) throws {
    if let still = connection.still, try !still.isUnchanged { throw EventLogError.busy(path: path) }
  }

  /// How many seconds to wait while another program writes, unless set otherwise.
  package static let defaultPatience = 5.0
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
    let address = place.address
    let permissions = try EventLogError.ifUnreadable { () throws(FileError) in
      try FileStatus(of: address).permissions
    }
    // Whoever may not read the log may not read its copy.
    try createExclusively(growing, .permitting(permissions))
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { removeFile(growing + suffix) } }
    try withLogErrors(path: destination) {
      let connection = try current()
      let copy = try DatabaseQueue(path: absolutePath(growing))
      try connection.queue.backup(to: copy)
      try copy.close()
      try checkStill(connection)
    }
    let verification = try EventLog.open(at: growing, for: .verifying).verify()
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
