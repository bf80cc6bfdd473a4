import Foundation
import GRDB
import Stances
import TestSupport
import Testing

@testable import EventLog

@Suite("Creating and opening a log")
struct OpeningTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.file("log.sqlite")
  }

  @Test("what a killed create left with its rollback journal is made a log by the next")
  func killedCreate() throws {
    let directory = try TemporaryDirectory()
    let begun = directory.file("begun.sqlite")
    let left = directory.file("left.sqlite")
    try DatabaseQueue(path: begun).writeWithoutTransaction { database in
      // A small cache writes pages before the commit, and with them the journal that undoes them.
      try database.execute(sql: "PRAGMA cache_size = 1; BEGIN; CREATE TABLE t (x)")
      for _ in 0..<2000 { try database.execute(sql: "INSERT INTO t VALUES (zeroblob(200))") }
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: begun + ending, toPath: left + ending)
      }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try EventLog.create(at: left).read { try $0.head } == 0)
  }

  @Test("A new log is empty and can be opened again")
  func create() throws {
    _ = try EventLog.create(at: path)
    let status = try EventLog.open(at: path, for: .reading).read { try $0.status() }
    #expect(status.head == 0)
    #expect(status.lastRecorded == nil)
    #expect(status.format == Schema.format)
    #expect(status.types.isEmpty)
    #expect(status.bytes > 0)
    #expect(!status.sqliteVersion.isEmpty)
  }

  @Test("A file that is there is left alone by create")
  func createOverFile() throws {
    try Data("notes".utf8).write(to: URL(filePath: path))
    #expect(throws: EventLogError.alreadyThere(path: path)) { try EventLog.create(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "notes")
    #expect(throws: EventLogError.alreadyThere(path: directory.path)) {
      try EventLog.create(at: directory.path)
    }
  }

  @Test("A log that is there is left alone by create")
  func createOverLog() throws {
    let fixture = try LogFixture(company("dji"))
    #expect(throws: EventLogError.alreadyThere(path: fixture.path)) {
      try EventLog.create(at: fixture.path)
    }
    #expect(try fixture.head() == 1)
  }

  @Test("An empty file, as an interrupted create leaves it, becomes a log")
  func createInEmptyFile() throws {
    try Data().write(to: URL(filePath: path))
    #expect(throws: EventLogError.notALog(path: path, reason: .emptyFile)) {
      try EventLog.open(at: path, for: .appending)
    }
    _ = try EventLog.create(at: path)
    #expect(try EventLog.open(at: path, for: .appending).read { try $0.head } == 0)
  }

  @Test("A database with nothing in it, as a killed create leaves it, becomes a log")
  func createInBlankDatabase() throws {
    let blank = try DatabaseQueue(path: path)
    try blank.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try blank.close()
    #expect(throws: EventLogError.notALog(path: path, reason: .emptyFile)) {
      try EventLog.open(at: path, for: .appending)
    }
    _ = try EventLog.create(at: path)
    #expect(try EventLog.open(at: path, for: .appending).read { try $0.head } == 0)
  }

  @Test("A log cannot be created in a directory that does not exist")
  func createNowhere() throws {
    let nowhere = directory.file("missing/log.sqlite")
    let error = #expect(throws: EventLogError.self) { try EventLog.create(at: nowhere) }
    guard case .cannotCreate = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("A missing log, a directory and a file that is not SQLite are distinguished")
  func notLogs() throws {
    #expect(throws: EventLogError.notFound(path: path)) {
      try EventLog.open(at: path, for: .reading)
    }
    #expect(throws: EventLogError.notALog(path: directory.path, reason: .directory)) {
      try EventLog.open(at: directory.path, for: .reading)
    }
    let text = directory.file("notes.txt")
    try Data(String(repeating: "no database\n", count: 100).utf8).write(to: URL(filePath: text))
    #expect(throws: EventLogError.notALog(path: text, reason: .notSQLite)) {
      try EventLog.open(at: text, for: .appending)
    }
  }

  @Test("Another program's database is refused and not touched")
  func otherDatabase() throws {
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: EventLogError.notALog(path: path, reason: .otherDatabase)) {
      try EventLog.open(at: path, for: .appending)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("A log of a newer format can be read but not written")
  func newerFormat() throws {
    let fixture = try LogFixture(company("dji"))
    try fixture.log.queue.write { database in
      let generation = try LayoutVersion(of: database).generation
      try LayoutVersion(format: Schema.format + 1, generation: generation).write(to: database)
    }
    let log = try EventLog.open(at: fixture.path, for: .reading)
    #expect(try log.read { try $0.head } == 1)
    #expect(
      throws: EventLogError.newerFormat(
        path: fixture.path, found: Schema.format + 1, known: Schema.format)
    ) {
      try EventLog.open(at: fixture.path, for: .appending)
    }
  }

  @Test("A log opened for reading does not append")
  func readingOnly() throws {
    let fixture = try LogFixture()
    let log = try EventLog.open(at: fixture.path, for: .reading)
    #expect(throws: EventLogError.openedForReading(path: fixture.path)) {
      try log.append([], as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
    }
  }

  @Test("The connection that writes waits for the disk: WAL with synchronous = FULL")
  func durability() throws {
    let fixture = try LogFixture()
    for log in [fixture.log, try EventLog.open(at: fixture.path, for: .appending)] {
      let (journal, synchronous) = try log.queue.read { database in
        (
          try String.fetchOne(database, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(database, sql: "PRAGMA synchronous")
        )
      }
      #expect(journal == "wal")
      #expect(synchronous == 2)
    }
  }

  @Test("Every error says what to do next")
  func sentences() {
    let errors: [EventLogError] = [
      .notFound(path: "x"), .alreadyThere(path: "x"), .cannotCreate(path: "x", reason: "r"),
      .notALog(path: "x", reason: .otherDatabase),
      .newerFormat(path: "x", found: Schema.format + 1, known: Schema.format),
      .openedForReading(path: "x"),
      .recorderTooLong(limit: 3), .busy(path: "x"), .noPermission(path: "x"),
      .diskFull(path: "x"), .inputOutput(path: "x", reason: "r"), .damaged(path: "x", reason: "r"),
      .strangeJournal(path: "x"), .severalNames(path: "x", count: 2), .otherName(path: "x"),
      .changedSchema(path: "x", objects: ["spy"]),
    ]
    for error in errors { #expect("\(error)".contains(";")) }
  }
}
