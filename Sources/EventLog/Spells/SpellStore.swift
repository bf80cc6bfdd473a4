package import Errors
import Files
import GRDB
package import Stances

/// The file of spells beside a log: what each posture was from which day on, and the events in order
/// of time, as of one position.
///
/// Everything in it is computed from the log, and it can be deleted at any time. It is a file of its
/// own, so that the log's file holds nothing but what appends write, an append never waits for it,
/// and what is proved never rests on it. Each row carries a sum, and the first one says of which log,
/// position, rules and program it is; what does not agree is computed from the log instead.
///
/// Errors of its file are ``SpellError``s: the caller does without it.
package struct SpellStore {
  /// Why the file is of no use to a question.
  package enum SpellError: StanceError, CustomStringConvertible {
    case damaged
    /// Another program writes to it.
    case busy

    package var description: String {
      switch self {
      case .damaged: "the spells beside the log are damaged"
      case .busy: "another program writes the spells beside the log"
      }
    }

    package var kind: ErrorKind {
      switch self {
      case .damaged: .badLog
      case .busy: .busy
      }
    }
  }

  /// What the file says it is of.
  package struct Header: Hashable, Sendable {
    /// The rules and the program that computed it.
    package var key: String
    /// The last position that is in it.
    package var position: Position
    /// The root of the log's tree at that position.
    package var root: String
    /// How many events of each type and version the log has up to there.
    package internal(set) var types: [TypeCount]
    /// How many subjects there are, and what the sums of their rows come to.
    package internal(set) var subjects = 0
    var total: Int64 = 0
    /// A number that each file has for itself; rows of another file do not agree with it.
    var salt: Int64

    /// The header of a new file.
    package init(key: String, position: Position, root: String, types: [TypeCount]) {
      self.key = key
      self.position = position
      self.root = root
      self.types = types
      salt = .random(in: .min ... .max)
    }
  }

  /// Which build of which program this is: another one may fold otherwise.
  package static let program = (try? FileStatus(of: "/proc/self/exe").version) ?? "unknown"

  /// The path of the file.
  let path: String
  /// Whether only the log's owner may read the log, and so this file.
  private let isPrivate: Bool
  /// Whether the log is this user's, so that what is written beside it can be used by all.
  private let mayWrite: Bool

  /// The place of the spells of a log.
  ///
  /// - Returns: nil if the path of the log leads nowhere, or leaves no room for another ending.
  package init?(of log: LogReader) {
    guard let address = try? realPath(log.path), let status = try? FileStatus(of: address),
      hasRoom(forEnding: Self.ending + Self.growing, after: address)
    else { return nil }
    path = address + Self.ending
    isPrivate = status.isPrivate
    mayWrite = status.isOwn
    // Anyone who may write to the folder could have put it there: it is used only if it comes from
    // the owner of the log, or from the superuser.
    if let index = try? FileStatus.ifThere(path),
      index.kind != .file || index.owner != status.owner && index.owner != 0
    {
      return nil
    }
  }

  /// What the path of a log has after it in that of its spells, and that after it while they grow.
  private static let ending = "-spells"
  private static let growing = ".part"

  /// Reads the file, if it is there and of this key; all reads see one state of it.
  ///
  /// - Returns: nil if there is no file, or one of another key.
  package func read<Result>(
    key: String, _ body: (SpellReader) throws -> Result
  ) throws -> Result? {
    guard (try? FilePresence(at: path)) == .file else { return nil }
    return try usable {
      try queue(readonly: true).read { database in
        let header = try Self.header(in: database)
        guard header.key == key else { return nil }
        return try body(SpellReader(database, header: header))
      }
    }
  }

  /// Writes a new file in place of any other.
  ///
  /// - Returns: whether it was written; not if the folder may not be written, or another program is
  ///   writing one.
  package func replace(_ header: Header, _ body: (SpellWriter) throws -> Void) throws -> Bool {
    let growing = path + Self.growing
    // One that no program holds is what a killed one left.
    guard mayWrite, (try? OpenFile.ifThere(growing))?.lockIfFree() ?? true else { return false }
    removeFile(growing)
    guard let file = try? OpenFile(growing, for: .creating(isPrivate ? .ownersOnly : .readable)),
      file.lockIfFree()
    else { return false }
    defer { removeFile(growing) }
    try usable {
      let queue = try queue(at: growing, readonly: false)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = OFF")
        try database.inTransaction {
          for table in Self.tables { try database.execute(sql: table) }
          let writer = try SpellWriter(database, header: header)
          try body(writer)
          try writer.finish()
          return .commit
        }
      }
    }
    guard let written = try? file.status(),
      (try? FileStatus(of: growing))?.identity == written.identity
    else { return false }
    return (try? move(growing, to: path)) != nil
  }

  /// Brings the file from the state that was read to a later one: removes what it has on some
  /// companies and writes anew what is said of them.
  ///
  /// Does nothing if the file has changed since, or another program is at it.
  package func update(
    _ header: Header, to position: Position, root: String, with types: [TypeCount],
    replacing companies: [CompanyKey], _ body: (SpellWriter) throws -> Void
  ) throws {
    guard mayWrite else { return }
    try usable {
      let queue = try queue(readonly: false)
      defer { try? queue.close() }
      try queue.inTransaction(.immediate) { database in
        guard try Self.header(in: database) == header else { return .rollback }
        let writer = try SpellWriter(database, header: header)
        for company in companies { try writer.remove(company) }
        try body(writer)
        try writer.finish(at: position, root: root, with: types)
        return .commit
      }
    }
  }

  /// Removes a file that is of no use.
  package func discard() { if mayWrite { removeFile(path) } }

  /// What the body answers, with SQLite's errors as what they mean for the file.
  private func usable<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      // The time for an answer from the log is over.
      case .SQLITE_INTERRUPT: throw error
      case .SQLITE_BUSY, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_PERM:
        throw SpellError.busy
      default: throw SpellError.damaged
      }
    }
  }

  private func queue(at path: String? = nil, readonly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    // Bringing it to the log's head takes a moment, and others may be at it.
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      try LogConnection.distrust(database)
      // What a power cut takes away is computed again.
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: "PRAGMA cache_size = -16384")
    }
    return try DatabaseQueue(path: path ?? self.path, configuration: configuration)
  }

  private static func header(in database: Database) throws -> Header {
    let schema = try String.fetchAll(
      database, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    guard schema == tables else { throw SpellError.damaged }
    let row = try RawStatement(
      "SELECT key, position, root, types, subjects, total, salt, sum FROM header", in: database)
    guard try row.step() else { throw SpellError.damaged }
    guard let types = TypeCount.counts(in: row.text(3)) else { throw SpellError.damaged }
    var header = Header(
      key: row.text(0), position: row.position(1), root: row.text(2), types: types)
    header.subjects = Int(row.integer(4))
    header.total = row.integer(5)
    header.salt = row.integer(6)
    guard row.integer(7) == header.sum, try !row.step() else { throw SpellError.damaged }
    return header
  }

  /// The tables: the subjects with their late spells, what is shown of these spells' events, all
  /// spells before these, the states that folds begin at, the moments, and the words of texts.
  private static let tables = [
    """
    CREATE TABLE header (
      key TEXT NOT NULL, position INTEGER NOT NULL, root TEXT NOT NULL, types TEXT NOT NULL,
      subjects INTEGER NOT NULL, total INTEGER NOT NULL, salt INTEGER NOT NULL,
      sum INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE subject (
      company INTEGER NOT NULL, market TEXT NOT NULL, known INTEGER NOT NULL,
      touched INTEGER NOT NULL, folded INTEGER NOT NULL, start INTEGER, late INTEGER,
      spells BLOB, sum INTEGER NOT NULL, PRIMARY KEY (company, market)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE detail (
      company INTEGER NOT NULL, market TEXT NOT NULL, folded INTEGER NOT NULL,
      details BLOB NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (company, market)) STRICT,
      WITHOUT ROWID
    """,
    """
    CREATE TABLE spell (
      company INTEGER NOT NULL, market TEXT NOT NULL, first INTEGER NOT NULL,
      until INTEGER NOT NULL, finding BLOB NOT NULL, sum INTEGER NOT NULL,
      PRIMARY KEY (company, market, first)) STRICT, WITHOUT ROWID
    """,
    StateRows.table,
    StateRows.index,
    MomentRows.table,
    WordRows.table,
  ]
}

extension SpellStore.Header {
  /// The hash of a row of this file, to which its columns are added.
  var row: RowHash { RowHash(key: RowKey(low: UInt64(bitPattern: salt), high: 0)) }

  /// The sum of the header's own row.
  var sum: Int64 {
    var row = row
    row.add(.text(key))
    row.add(position.number)
    row.add(.text(root))
    row.add(.text(TypeCount.text(of: types)))
    row.add(Int64(subjects))
    row.add(total)
    return row.sum
  }

  /// The sum of a row that a subject has in another table: some numbers, and bytes.
  func sum(
    ofRowOf company: CompanyKey, in market: String, _ folding: Folding, _ numbers: [Int64],
    _ bytes: UnsafeRawBufferPointer
  ) -> Int64 {
    var row = row
    for number in [folding.number, company.column] + numbers { row.add(number) }
    row.add(.text(market))
    row.add(bytes)
    return row.sum
  }
}

extension RowHash {
  /// Half of the result, as a column holds it: enough to notice what went wrong by accident.
  var sum: Int64 { Int64(bitPattern: halves.0) }
}
