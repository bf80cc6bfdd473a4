import GRDB
import Stances
import TestSupport
import Testing

@testable import EventLog

@Suite("A log whose schema somebody changed", .enabled(if: SQLiteShell.isThere, "needs sqlite3"))
struct SchemaTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(company("dji"))
  }

  @Test(
    "is refused, and named in the verification",
    arguments: [
      (
        "CREATE TRIGGER eater BEFORE INSERT ON event BEGIN SELECT RAISE(IGNORE); END", "eater"
      ),
      ("CREATE TABLE spy (x)", "spy"),
      ("CREATE VIEW later AS SELECT * FROM event", "later"),
      ("CREATE INDEX slow ON event (recorder)", "slow"),
      ("DROP TRIGGER event_no_delete", "event_no_delete"),
      ("DROP TABLE label; CREATE VIEW label AS SELECT 1", "label"),
    ])
  func refused(sql: String, object: String) throws {
    #expect(try SQLiteShell.run(sql, on: fixture.path).status == 0)
    let path = fixture.path
    for purpose in [EventLog.Purpose.reading, .appending] {
      #expect {
        try EventLog.open(at: path, for: purpose)
      } throws: { error in
        switch error as? EventLogError {
        case .changedSchema(path, let objects): objects.contains(object)
        case .damaged(path, let reason): reason == "a table is missing"
        default: false
        }
      }
    }
    // The log was open when it happened.
    #expect(throws: EventLogError.self) { try fixture.append([company("smic")]) }
    #expect(try fixture.head() == 1)
  }

  @Test("what SQLite keeps for itself is no change")
  func statistics() throws {
    #expect(try SQLiteShell.run("ANALYZE", on: fixture.path).status == 0)
    try fixture.append([company("smic")])
    #expect(try EventLog.open(at: fixture.path, for: .verifying).verify().isSound)
  }

  @Test("an insert that leaves no row is an error")
  func ignoredInsert() throws {
    let queue = try DatabaseQueue()
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE kept (x);
          CREATE TRIGGER eater BEFORE INSERT ON kept WHEN NEW.x = 2
          BEGIN SELECT RAISE(IGNORE); END
          """)
      let insert = try RawStatement("INSERT INTO kept VALUES (?)", in: database)
      insert.bind(1, at: 1)
      try insert.insert()
      insert.bind(2, at: 1)
      #expect(throws: DatabaseError.self) { try insert.insert() }
    }
  }

  @Test("a connection trusts no schema and does not damage its own file")
  func distrust() throws {
    for purpose in [EventLog.Purpose.reading, .appending] {
      let log = try EventLog.open(at: fixture.path, for: purpose)
      try log.queue.read { database in
        #expect(try Int.fetchOne(database, sql: "PRAGMA trusted_schema") == 0)
        try database.execute(sql: "PRAGMA writable_schema = ON")
        #expect(throws: DatabaseError.self) {
          try database.execute(sql: "DELETE FROM sqlite_schema WHERE name = 'event_no_delete'")
        }
      }
    }
  }

  @Test("a log of a newer layout is not called sound")
  func newerLayout() throws {
    try fixture.log.queue.write { database in
      let generation = try LayoutVersion(of: database).generation
      try LayoutVersion(format: Schema.format + 1, generation: generation).write(to: database)
    }
    let found = try EventLog.open(at: fixture.path, for: .verifying).verify()
    #expect(found.findings == [.newerLayout(format: Schema.format + 1)])
  }

  @Test(
    "a disk that cannot be read is no damage of the file",
    arguments: [
      ("Tree 2 page 5: unable to get the page. error code=266", true),
      ("unable to get the page. error code=7", true), ("Tree 2 page 5: error code=11", false),
      ("row 3 missing from index event_type", false),
    ])
  func unreadableDisk(words: String, isFailure: Bool) {
    #expect((FileCheck.failure(in: words) != nil) == isFailure)
  }
}
