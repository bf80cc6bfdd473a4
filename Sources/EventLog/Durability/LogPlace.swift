import Files
import GRDB
import GRDBSQLite

/// Where a log is: a path, and the one file that it names.
///
/// A log is used under one name only. SQLite finds the write-ahead log by the name of the file, so
/// that of two names each has its own, and events recorded under one are lost under the other.
struct LogPlace: Sendable {
  /// The path as it was given, for people.
  let path: String
  /// The same, absolute: whatever folder the program works in.
  private let given: String
  /// The file's own path, behind all symbolic links, beside which SQLite keeps its other files.
  ///
  /// It is absolute, for SQLite takes names such as `:memory:` and `file:x` for something else.
  let address: String
  private let claim: FileClaim

  /// Claims the file at a path.
  init(_ path: String) throws(EventLogError) {
    self.path = path
    given = absolutePath(path)
    let given = given
    let address = try EventLogError.ifUnreadable { () throws(FileError) in try realPath(given) }
    self.address = address
    claim = try EventLogError.ifUnreadable { () throws(FileError) in try FileClaim(address) }
  }

  /// Which file it is, whatever has its path later.
  var file: FileIdentity { claim.file }

  /// Refuses a path that leads to another file by now, or to none.
  func checkFile() throws(EventLogError) {
    let given = given
    let status = try EventLogError.ifUnreadable { () throws(FileError) in
      try FileStatus.ifThere(given)
    }
    guard status?.identity == file else { throw .replaced(path: path) }
  }

  /// Refuses a file that another process has open by another name.
  ///
  /// - Parameter database: a connection to the file that has read it, and may use a write-ahead log.
  /// - Throws: ``EventLogError``.
  func checkIndex(of database: Database) throws {
    let index = "\(address)-shm"
    let status = try EventLogError.ifUnreadable { () throws(FileError) in
      try FileStatus.ifThere(index)
    }
    guard let status else {
      // Without a write-ahead log SQLite's own locks are enough.
      guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else { return }
      throw EventLogError.otherName(path: path)
    }
    switch claim.use(with: status.identity) {
    case .alone: break
    case .otherName: throw EventLogError.otherName(path: path)
    }
  }

  /// Refuses a file that has several names.
  ///
  /// Looks at it for as long as giving a new file its name may take.
  func checkLinks() throws(EventLogError) {
    var links = 0
    for _ in 0..<20 {
      let address = address
      links = try EventLogError.ifUnreadable { () throws(FileError) in
        try FileStatus(of: address).links
      }
      if links <= 1 { return }
      sqlite3_sleep(5)
    }
    throw .severalNames(path: path, count: links)
  }
}
