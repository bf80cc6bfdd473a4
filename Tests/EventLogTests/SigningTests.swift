import GRDB
import JSON
@testable import EventLog
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Signing a log")
struct SigningTests {
  let fixture: LogFixture
  let key: SigningKey

  init() throws {
    fixture = try LogFixture(company("dji"), company("didi"))
    key = try SigningKey(name: KeyName("stance.example.org/log"), seed: (0..<32).map { UInt8($0) })
    try fixture.log.name(key.verifier, recorder: "desk") { Timestamp(milliseconds: 0) }
  }

  @Test("A checkpoint is of the head, holds under the key, and is kept in the log")
  func checkpoint() throws {
    let note = try sign()
    let signed = try SignedCheckpoint(note.bytes, policy: CheckpointPolicy(log: key.verifier))
    #expect(try signed.checkpoint.head == fixture.log.read { try $0.treeHead() })
    #expect(try fixture.log.read { try $0.lastCheckpoint()?.note.bytes } == note.bytes)
    #expect(try fixture.log.read { try $0.origin() } == Origin(key.verifier.name))
  }

  @Test("A head is signed once, and found again by every event that it covers")
  func again() throws {
    let first = try sign()
    #expect(try sign() == first)
    try fixture.append([company("zte")])
    let second = try sign()
    let found = try fixture.log.read { log in
      try [3, 4, 5].map { try log.cosignedCheckpoint(covering: $0)?.note }
    }
    #expect(found == [first, second, nil])
  }

  @Test("What is read with a verification is of the state that was verified")
  func verifiedState() throws {
    let first = try sign()
    let writer = try EventLog.open(at: fixture.path, for: .appending)
    let (verification, found) = try fixture.log.verify { log, verification in
      #expect(verification.isSound)
      try writer.append(
        [company("zte").proposed()], as: AppendRequest(recorder: "desk", clock: clock))
      _ = try writer.sign(with: key, remembered: nil) { _ in }
      return try log.lastCheckpoint()?.note.bytes
    }
    #expect(verification.events == 3)
    #expect(found == first.bytes)
    #expect(try fixture.log.read { try $0.lastCheckpoint()?.note.bytes } != first.bytes)
  }

  @Test("It is remembered outside the log before anyone sees it, or not signed at all")
  func remembered() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try fixture.log.sign(with: key, remembered: nil) { _ in throw Full() }
    }
    #expect(try fixture.log.read { try $0.lastCheckpoint()?.note.bytes } == nil)
  }

  @Test("A log keeps the name under which it was signed first")
  func origin() throws {
    _ = try sign()
    let other = try SigningKey(newFor: KeyName("other.example.org/log"))
    #expect(
      throws: LogKeyError.otherLog(Origin(key.verifier.name), key: other.verifier.name)
    ) {
      try fixture.log.sign(with: other, remembered: nil) { _ in }
    }
  }

  @Test("A restored backup is not signed, and is once it was brought up to what was signed")
  func restored() throws {
    let copy = fixture.directory.file("backup.sqlite")
    try fixture.log.backup(to: copy)
    try fixture.append([company("zte")])
    let last = try sign().bytes

    let backup = try EventLog.open(at: copy, for: .appending)
    #expect(throws: HistoryError.cutBack(signed: 4, found: 3)) {
      try backup.sign(with: key, remembered: last) { _ in }
    }
    try backup.append(
      [company("smic").proposed()], as: AppendRequest(recorder: "desk", clock: clock))
    #expect(throws: HistoryError.rewritten(size: 4)) {
      try backup.sign(with: key, remembered: last) { _ in }
    }
  }

  @Test("What was remembered and is not in the log is taken over")
  func takenOver() throws {
    let copy = fixture.directory.file("backup.sqlite")
    try fixture.log.backup(to: copy)
    let last = try sign()
    let backup = try EventLog.open(at: copy, for: .appending)
    #expect(try backup.sign(with: key, remembered: last.bytes) { _ in } == last)
    #expect(try backup.read { try $0.lastCheckpoint()?.note.bytes } == last.bytes)
  }

  @Test("Its own row waits for no disk, and every other commit does, before it and after it")
  func durability() throws {
    func level() throws -> Int? {
      try fixture.log.queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    }
    let (normal, full) = (1, 2)
    #expect(try level() == full)
    for name in ["zte", "oppo"] {
      _ = try sign()
      #expect(try level() == normal)
      try fixture.append([company(name)])
      #expect(try level() == full)
    }
  }

  @Test("A log whose events are not those that were signed takes no more")
  func rewritten() throws {
    _ = try sign()
    try SQLiteShell.tamper("UPDATE event SET nodes = zeroblob(length(nodes))", with: fixture.path)
    #expect(throws: HistoryError.rewritten(size: 3)) { try fixture.append([company("zte")]) }
    #expect(throws: HistoryError.rewritten(size: 3)) { try sign() }
  }

  @Test("Verification finds a head, signed or kept, that the events do not lead to")
  func verified() throws {
    _ = try sign()
    try fixture.append([company("zte"), company("smic")])
    let head = try fixture.log.read { try $0.treeHead() }
    #expect(try fixture.log.verify(against: [head, .empty]).findings == [])
    #expect(try fixture.log.verify().head == head)

    let other = try TreeHead(size: 4, root: .leaf([]))
    let forked = try fixture.log.verify(against: [other, head])
    #expect(forked.isSound)
    #expect(forked.otherHistory == [other])
    let later = try TreeHead(size: 9, root: .leaf([]))
    let older = try fixture.log.verify(against: [later])
    #expect(older.isSound)
    #expect(older.later == [later])
  }

  @Test("A forger who rebuilds the tree over a changed event is found by the signed head")
  func forged() throws {
    _ = try sign()
    let leaves = try fixture.log.read { try $0.leaves(0..<3) }
    let forged = String(decoding: leaves[1], as: UTF8.self).replacing("desk", with: "disk")
    var tree = CompactRange()
    try tree.append(.leaf(leaves[0]))
    let nodes = try tree.append(.leaf(Array(forged.utf8))).map(\.description).joined()
    let create = try SQLiteShell.run(
      "SELECT sql || ';' FROM sqlite_schema WHERE name = 'event_no_update'", on: fixture.path
    ).output
    let sql = """
      DROP TRIGGER event_no_update;
      UPDATE event SET recorder = 'disk', nodes = x'\(nodes)', json = CAST('\(forged)' AS BLOB)
      WHERE position = 2;
      \(create)
      """
    #expect(try SQLiteShell.run(sql, on: fixture.path).status == 0)
    #expect(try fixture.log.verify().findings == [.headDiffers(size: 3, soundTo: 0)])
  }

  @Test("A checkpoint that was exchanged for another, or spoiled, is found")
  func exchangedCheckpoint() throws {
    _ = try sign()
    let sql = "DROP TRIGGER checkpoint_no_update; UPDATE checkpoint SET note = x'00'"
    #expect(try SQLiteShell.run(sql, on: fixture.path).status == 0)
    let create = """
      CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
      BEGIN SELECT RAISE(ABORT, 'stance: the log is append-only'); END
      """
    #expect(try SQLiteShell.run(create, on: fixture.path).status == 0)
    #expect(try fixture.log.verify().findings == [.unreadableCheckpoint(size: 3)])
  }

  @Test("An event that a tile could not hold is refused")
  func tooLong() throws {
    let recorder = String(repeating: "x", count: EventLog.recorderLimit)
    var sources: [JSONValue] = []
    var event = company("zte")
    while event.line.utf8.count < 65_300 {
      let title = "\(sources.count) " + String(repeating: "x", count: 100)
      sources.append(["publisher": "Test Gazette", "grade": "A1", "title": .string(title)])
      event = event.with("evidence", .array(sources))
    }
    let refusal = #expect(throws: AppendError.self) {
      try fixture.log.append(
        [event.proposed()], as: AppendRequest(recorder: recorder, clock: clock))
    }
    guard case .tooLong(_, limit: 65_535) = refusal?.reason else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(try fixture.head() == 3)
  }

  private func sign() throws -> SignedNote {
    try fixture.log.sign(with: key, remembered: nil) { _ in }
  }

  private func clock() -> Timestamp { Timestamp(milliseconds: 1_651_836_896_789) }
}
