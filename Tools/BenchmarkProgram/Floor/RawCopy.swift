import GRDBSQLite

/// The floor of an append: the rows of a finished log, inserted through SQLite's C interface.
///
/// It has the log's tables and indices, its WAL, its durability (`synchronous = FULL`) and its
/// cache. It has no triggers and checks no reference: it is what the same rows cost at least.
final class RawCopy {
  private let log: RawDatabase
  private let copy: RawDatabase
  private var inserts: [RawQuery] = []

  /// Makes an empty copy of a log at an unused path.
  init(of log: RawDatabase, at path: String) throws {
    self.log = log
    copy = try RawDatabase(path)
    try copy.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
    let schema = try RawQuery(
      """
      SELECT sql FROM sqlite_schema
      WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
      """, in: log)
    while try schema.step() {
      try copy.run(String(cString: sqlite3_column_text(schema.handle, 0)))
    }
    inserts = try LogTable.all.map { table in
      let columns = try RawQuery("SELECT * FROM \(table.name)", in: copy)
      let count = Int(sqlite3_column_count(columns.handle))
      let parameters = Array(repeating: "?", count: count).joined(separator: ", ")
      return try RawQuery("INSERT INTO \(table.name) VALUES (\(parameters))", in: copy)
    }
  }

  /// Inserts everything in one transaction; answers how long that took, without the reading.
  func insertAll(upTo head: Int64) throws -> Duration {
    let sources = try LogTable.all.map { try RowSource($0, of: log, after: -1) }
    var spent = try timed { try copy.run("BEGIN IMMEDIATE") }
    let step: Int64 = 10_000
    for last in stride(from: step, to: head + step, by: Int64.Stride(step)) {
      let rows = try sources.map { try $0.rows(upTo: min(last, head)) }
      spent += try timed { try insert(rows) }
    }
    return try spent + timed { try copy.run("COMMIT") }
  }

  /// Inserts the rows of each event after a position durably, in a transaction of its own; answers
  /// how long each took.
  func insertEach(after position: Int64, upTo head: Int64) throws -> [Duration] {
    // Names are there: no event here introduces one.
    let sources = try LogTable.all.dropFirst().map { try RowSource($0, of: log, after: position) }
    return try ((position + 1)...head).map { next in
      let rows = try [[]] + sources.map { try $0.rows(upTo: next) }
      return try timed {
        try copy.run("BEGIN IMMEDIATE")
        try insert(rows)
        try copy.run("COMMIT")
      }
    }
  }

  private func insert(_ rows: [[RawRow]]) throws {
    for (statement, rows) in zip(inserts, rows) {
      for row in rows { try statement.insert(row) }
    }
  }
}
