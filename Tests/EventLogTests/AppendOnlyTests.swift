import Stances
import TestSupport
import Testing
import Transparency

@testable import EventLog

@Suite("A log in the hands of the sqlite3 shell", .enabled(if: SQLiteShell.isThere))
struct AppendOnlyTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(
      company("dji"), announcement("dji", .suspended, on: "2022-04-26", id: "stop"),
      retraction(of: "stop", published: "2022-05-01"))
    let key = try SigningKey(newFor: KeyName("stance.example.org/log"))
    try fixture.log.name(key.verifier, recorder: "desk") { Timestamp(milliseconds: 0) }
    let note = try fixture.log.sign(with: key, remembered: nil) { _ in }
    let stamp = StampReply(imprint: TimestampQuery.imprint(of: note.bytes))
    _ = try fixture.log.keep(anchor: stamp.bytes)
    let witness = try CosigningTests.Witness("w.example")
    try fixture.log.keep([witness.cosign(note.text, at: 5)], of: witness.key, atSize: 4)
  }

  @Test("No row of any table can be changed or removed", arguments: Schema.tables)
  func updateAndDelete(table: TableDefinition) throws {
    let column = table.keys[0][0]
    try expectRefusal("UPDATE \(table.name) SET \(column) = \(column)")
    try expectRefusal("DELETE FROM \(table.name)")
  }

  @Test(
    "No row of any table can be replaced",
    arguments: Schema.tables.filter { !$0.isAllKey }.map(\.name))
  func replace(table: String) throws {
    try expectRefusal("INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)")
    try expectRefusal("REPLACE INTO \(table) SELECT * FROM \(table)")
  }

  @Test(
    "A row that is all key is only replaced by itself",
    arguments: Schema.tables.filter(\.isAllKey).map(\.name))
  func replaceByItself(table: String) throws {
    let rows = "SELECT * FROM \(table)"
    let before = try SQLiteShell.run(rows, on: fixture.path).output
    #expect(!before.isEmpty)
    _ = try SQLiteShell.run("INSERT OR REPLACE INTO \(table) \(rows)", on: fixture.path)
    #expect(try SQLiteShell.run(rows, on: fixture.path).output == before)
    #expect(try fixture.log.verify().isSound)
  }

  @Test("An event cannot be replaced by its id under another position")
  func replaceByID() throws {
    try expectRefusal(
      """
      INSERT OR REPLACE INTO event
      SELECT 4, id, type, v, recorded, 'forger', occurred, published, occurred_earliest,
        occurred_latest, published_earliest, published_latest, nodes, json FROM event WHERE position = 2
      """)
  }

  @Test("An upsert cannot change an event")
  func upsert() throws {
    try expectRefusal(
      """
      INSERT INTO event SELECT * FROM event WHERE position = 2
      ON CONFLICT (position) DO UPDATE SET recorder = 'forger'
      """)
    try expectRefusal(
      """
      INSERT INTO event SELECT * FROM event WHERE position = 2
      ON CONFLICT (id) DO UPDATE SET recorder = 'forger'
      """)
  }

  @Test("A position cannot be skipped or left to SQLite", arguments: ["9", "0", "-1", "NULL"])
  func dense(position: String) throws {
    try expectRefusal(
      """
      INSERT INTO event VALUES (\(position), 'new', 'denial', 1, 0, 'forger', NULL, NULL, NULL, \
      NULL, NULL, NULL, zeroblob(32), x'7B7D')
      """)
  }

  @Test("A column takes only values of its kind")
  func strict() throws {
    let (status, output) = try SQLiteShell.run(
      """
      INSERT INTO event VALUES (5, 'new', 'denial', 'one', 0, 'forger', NULL, NULL, NULL, NULL, \
      NULL, NULL, zeroblob(32), x'7B7D')
      """, on: fixture.path)
    #expect(status != 0)
    #expect(output.contains("cannot store TEXT value in INTEGER column"))
  }

  /// Expects a statement to be refused by the triggers, and nothing to be changed.
  private func expectRefusal(
    _ sql: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (status, output) = try SQLiteShell.run(sql, on: fixture.path)
    #expect(status != 0, sourceLocation: sourceLocation)
    #expect(
      output.contains("stance: the log is append-only"), "\(output)",
      sourceLocation: sourceLocation)
    #expect(try fixture.log.verify().isSound, sourceLocation: sourceLocation)
    #expect(try fixture.head() == 4, sourceLocation: sourceLocation)
  }
}

extension TableDefinition {
  /// Whether no insert is refused, since it could only put the same row in a row's place.
  fileprivate var isAllKey: Bool { replaced.isEmpty && forbiddenInsert == nil }
}
