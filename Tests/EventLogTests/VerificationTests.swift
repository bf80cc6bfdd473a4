import EventLog
import Stances
import TestSupport
import Testing

@Suite("Verifying a log", .enabled(if: SQLiteShell.isThere))
struct VerificationTests {
  let fixture: LogFixture

  init() throws {
    fixture = try LogFixture(
      company("dji"), company("didi"), body("mofcom"),
      measure("blocking-rules", by: "mofcom", .inForce, on: "2021-01-09", power: true),
      statement(by: "mofcom", on: "2022-04-14", to: named("dji"), measure: "blocking-rules"),
      announcement("dji", .suspended, on: "2022-04-26", in: ["RU", "UA"], id: "stop"),
      announcement("didi", .exited, on: "2022-02-21", effective: "2022-03-04", id: "pledge"),
      denial("didi", of: ["pledge"], on: "2022-02-26"),
      correction(
        to: announcement("dji", .suspended, on: "2022-04-27", id: "stop"), published: "2022-05"),
      retraction(of: "stop", published: "2022-06"))
  }

  @Test("An unchanged log is sound")
  func sound() throws {
    let verification = try fixture.log.verify()
    #expect(verification.findings == [])
    #expect(verification.events == 10)
    #expect(verification.unknown == 0)
  }

  @Test("A trigger that is gone is found")
  func missingTrigger() throws {
    try tamper("DROP TRIGGER event_no_delete")
    try expect(.changedSchema(object: "event_no_delete"))
  }

  @Test("A trigger that was added or changed is found")
  func changedTrigger() throws {
    try tamper("CREATE TRIGGER spy AFTER INSERT ON event BEGIN SELECT 1; END")
    try expect(.changedSchema(object: "spy"))
  }

  @Test("An edited event is found, though the triggers are back")
  func editedEvent() throws {
    try tamper(
      """
      UPDATE event SET json = CAST(replace(json, 'suspended', 'reducing') AS BLOB)
      WHERE id = 'stop'
      """,
      around: "event_no_update")
    try expect(.missingRow(table: "move", position: 6))
  }

  @Test("Bytes that are no longer canonical, or not JSON, are found")
  func editedBytes() throws {
    try tamper(
      "UPDATE event SET json = CAST(replace(json, ',', ', ') AS BLOB) WHERE position = 1",
      around: "event_no_update")
    try expect(.notCanonical(position: 1))
    try tamper("UPDATE event SET json = x'7B' WHERE position = 2", around: "event_no_update")
    let findings = try fixture.log.verify().findings
    #expect(findings.contains { if case .unreadable(2, _) = $0 { true } else { false } })
  }

  @Test(
    "A column that differs from the event is found",
    arguments: [
      ("type", "'denial'"), ("v", "1"), ("recorder", "'forger'"), ("occurred", "'2022-04-01'"),
      ("published_latest", "0"), ("id", "'other'"),
    ])
  func editedColumn(column: String, value: String) throws {
    try tamper(
      "UPDATE event SET \(column) = \(value) WHERE position = 7", around: "event_no_update")
    try expect(.columnDiffers(position: 7, column: column))
  }

  @Test("An amendment of an event that cannot be read is found by that event, and ends nothing")
  func unreadableTarget() throws {
    try tamper("UPDATE event SET json = x'7B' WHERE position = 6", around: "event_no_update")
    let findings = try fixture.log.verify().findings
    #expect(findings.contains { if case .unreadable(6, _) = $0 { true } else { false } })
    let append = { try fixture.append([retraction(of: "stop", published: "2022-07", id: "again")]) }
    #expect(throws: EventLogError.self) { try append() }
  }

  @Test("A retraction forged to retract itself is found, and is not followed forever")
  func circularAmendment() throws {
    try tamper(
      "UPDATE event SET json = CAST(replace(json, '\"retracts\":\"stop\"', '\"retracts\":\"'"
        + " || id || '\"') AS BLOB) WHERE position = 10",
      around: "event_no_update")
    try tamper(
      "UPDATE amendment SET target = 10 WHERE position = 10", around: "amendment_no_update")
    try expect(.nodeDiffers(position: 10))
    #expect(throws: Never.self) { try fixture.append([company("zte")]) }
  }

  @Test("That SQLite no longer remembers which positions it gave is found")
  func forgottenSequence() throws {
    try tamper("DELETE FROM sqlite_sequence")
    try expect(.truncated(head: 10, lastGiven: 0))
  }

  @Test("Times of recording that run backwards are found")
  func recordedBackwards() throws {
    try tamper("UPDATE event SET recorded = 1 WHERE position = 3", around: "event_no_update")
    try expect(.recordedBackwards(position: 3))
  }

  @Test("A removed event is found, in the middle and at the end")
  func removedEvent() throws {
    try tamper("DELETE FROM event WHERE position = 5", around: "event_no_delete")
    let findings = try fixture.log.verify().findings
    #expect(findings.contains(.brokenReference(table: "subject", to: "event")))
  }

  @Test("Events removed from the end with all that is derived from them are found")
  func truncated() throws {
    try tamper("DELETE FROM subject WHERE position = 10", around: "subject_no_delete")
    try tamper("DELETE FROM amendment WHERE position = 10", around: "amendment_no_delete")
    try tamper("DELETE FROM event WHERE position = 10", around: "event_no_delete")
    try expect(.truncated(head: 9, lastGiven: 10))
  }

  @Test(
    "A derived row that is changed, missing or invented is found",
    arguments: [
      ("UPDATE move SET level = 0 WHERE position = 7", "move_no_update", "move"),
      ("UPDATE move SET denies = NULL", "move_no_update", "move"),
      ("DELETE FROM subject WHERE position = 5", "subject_no_delete", "subject"),
      ("UPDATE amendment SET published_latest = 0", "amendment_no_update", "amendment"),
      ("UPDATE registration SET title = 'x'", "registration_no_update", "registration"),
    ])
  func editedDerivedRow(sql: String, trigger: String, table: String) throws {
    try tamper(sql, around: trigger)
    let findings = try fixture.log.verify().findings
    #expect(
      findings.contains { if case .missingRow(table, _) = $0 { true } else { false } },
      "\(findings)")
  }

  @Test("An event edited with all that is derived from it does not hash to its node")
  func editedLeaf() throws {
    try tamper(
      "UPDATE event SET json = CAST(replace(json, '2022-05', '2022-06') AS BLOB) WHERE position = 9",
      around: "event_no_update")
    try expect(.nodeDiffers(position: 9))
  }

  @Test(
    "A node that is changed, missing or invented is found",
    arguments: [
      "zeroblob(64)", "zeroblob(32) || substr(nodes, 33)", "substr(nodes, 1, 32)",
      "substr(nodes, 1, 63)", "nodes || zeroblob(32)", "x''",
    ])
  func editedNode(nodes: String) throws {
    try tamper(
      "UPDATE event SET nodes = CAST(\(nodes) AS BLOB) WHERE position = 2",
      around: "event_no_update")
    try expect(.nodeDiffers(position: 2))
  }

  @Test("Rows that no event implies are found")
  func inventedRows() throws {
    try tamper("INSERT INTO subject VALUES (2, 4)")
    try expect(.extraRows(table: "subject", count: 1))
    try tamper("INSERT INTO name VALUES (99, 'company', 'unheard-of')")
    try expect(.extraRows(table: "name", count: 1))
  }

  @Test("A damaged file is found by SQLite, or cannot even be read")
  func damagedFile() throws {
    try tamper(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'event_type'
      """)
    do {
      let findings = try EventLog.open(at: fixture.path, for: .reading).verify().findings
      #expect(findings.contains { if case .damagedFile = $0 { true } else { false } })
    } catch EventLogError.damaged {
    }
  }

  private func expect(
    _ finding: VerificationFinding, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let findings = try fixture.log.verify().findings
    #expect(findings.contains(finding), "\(findings)", sourceLocation: sourceLocation)
  }

  /// Runs statements in the shell with a trigger taken away, and puts the trigger back.
  private func tamper(_ sql: String, around trigger: String? = nil) throws {
    var sql = sql
    if let trigger {
      let create = try SQLiteShell.run(
        "SELECT sql FROM sqlite_schema WHERE name = '\(trigger)'", on: fixture.path)
      sql = "DROP TRIGGER \(trigger); \(sql); \(create.output);"
    }
    let (status, output) = try SQLiteShell.run(sql, on: fixture.path)
    #expect(status == 0, "\(output)")
  }
}
