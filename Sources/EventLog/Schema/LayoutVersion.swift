import GRDB

/// What SQLite's `user_version` of a log holds: in its lowest byte the format of the layout, above
/// it the generation, a count of commits that begins anywhere and goes round.
///
/// Every commit increments it, so that a file and a write-ahead log that do not belong together
/// are distinguished from those that do: ``WriteAheadLogCheck``.
struct LayoutVersion: Equatable {
  let format: Int
  let generation: Generation

  init(format: Int, generation: Generation) {
    self.format = format
    self.generation = generation
  }

  /// Reads the four bytes that SQLite's header has at 60, taken as one number.
  init(header: UInt32) {
    format = Int(header & 0xFF)
    generation = Generation(header >> 8)
  }

  init(of database: Database) throws {
    let version = try RawStatement(shared: "PRAGMA user_version", in: database)
    self.init(header: UInt32(truncatingIfNeeded: try version.firstInteger() ?? 0))
  }

  /// Writes it into the transaction that is under way.
  func write(to database: Database) throws {
    let header = generation.number << 8 | UInt32(format)
    try database.execute(sql: "PRAGMA user_version = \(Int32(bitPattern: header))")
  }

  /// Counts the commit of the transaction that is under way.
  static func countCommit(in database: Database) throws {
    let version = try LayoutVersion(of: database)
    try LayoutVersion(format: version.format, generation: version.generation.next)
      .write(to: database)
  }
}

/// A count of commits in 24 bits.
struct Generation: Equatable {
  let number: UInt32

  init(_ number: UInt32) {
    self.number = number & 0xFF_FFFF
  }

  static func random() -> Generation {
    Generation(.random(in: 0...UInt32.max))
  }

  var next: Generation { Generation(number &+ 1) }

  /// How many commits lead from another generation to this one.
  func distance(from other: Generation) -> UInt32 {
    Generation(number &- other.number).number
  }
}

/// What a database says that it is.
struct LogIdentity {
  private let applicationID: Int32
  private let format: Int
  private let tables: Set<String>

  init(of database: Database) throws {
    applicationID = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    format = try LayoutVersion(of: database).format
    tables = try Set(
      String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'"))
  }

  /// Whether nothing has been written yet.
  var isBlank: Bool { applicationID == 0 && tables.isEmpty }

  /// Refuses what is not a log, and writing to a log of a newer format.
  func check(path: String, purpose: EventLog.Purpose) throws(EventLogError) {
    guard !isBlank else { throw .notALog(path: path, reason: .emptyFile) }
    guard applicationID == Schema.applicationID else {
      throw .notALog(path: path, reason: .otherDatabase)
    }
    let expected = Schema.tables(ofFormat: format) ?? Schema.tables
    let hasEveryTable = expected.allSatisfy { tables.contains($0.name) }
    let isNewer = format > Schema.format
    if isNewer, purpose == .appending || !hasEveryTable {
      throw .newerFormat(path: path, found: format, known: Schema.format)
    }
    guard hasEveryTable else {
      throw .damaged(path: path, reason: "a table is missing")
    }
  }
}
