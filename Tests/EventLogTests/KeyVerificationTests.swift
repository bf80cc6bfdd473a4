import EventLog
import Stances
import TestSupport
import Testing
import Transparency

@Suite("Verifying whose keys signed a log", .enabled(if: SQLiteShell.isThere))
struct KeyVerificationTests {
  let fixture: LogFixture
  let first: SigningKey
  let second: SigningKey

  init() throws {
    fixture = try LogFixture(company("dji"), company("didi"))
    let name = try KeyName("stance.example.org/log")
    first = try SigningKey(name: name, seed: Array(repeating: 1, count: 32))
    second = try SigningKey(name: name, seed: Array(repeating: 2, count: 32))
    try fixture.log.name(first.verifier, recorder: "desk", clock: clock)
    _ = try fixture.log.sign(with: first, remembered: nil) { _ in }
    try fixture.append([company("zte")])
    _ = try fixture.log.sign(with: first, remembered: nil) { _ in }
  }

  @Test("A log that was signed by one key and then by the next is sound")
  func rotated() throws {
    try rotate()
    try fixture.append([company("smic")])
    _ = try fixture.log.sign(with: second, remembered: nil) { _ in }
    let verification = try fixture.log.verify()
    #expect(verification.findings == [])
    #expect(verification.keys.links.map(\.key) == [first.verifier, second.verifier])
    #expect(verification.keys.links.map(\.firstSize) == [3, 5])
  }

  @Test("The first head under a new key is not signed without the key before it")
  func unsignedHandover() throws {
    try fixture.log.name(second.verifier, isSuccessor: true, recorder: "desk", clock: clock)
    #expect(throws: LogKeyError.unfinishedRotation(position: 5)) {
      try fixture.log.sign(with: second, remembered: nil) { _ in }
    }
    #expect(throws: LogKeyError.self) {
      try fixture.log.sign(with: first, remembered: nil) { _ in }
    }
    let third = try SigningKey(
      name: first.verifier.name, seed: Array(repeating: 3, count: 32))
    #expect(throws: LogKeyError.unfinishedRotation(position: 5)) {
      try fixture.log.name(third.verifier, isSuccessor: true, recorder: "desk", clock: clock)
    }
  }

  @Test("Each stored signature is checked, not only the last")
  func spoiledSignature() throws {
    let signed = try fixture.log.read { try $0.cosignedCheckpoint(covering: 3)?.note }
    let note = try #require(signed).bytes
    var spoiled = note
    spoiled[note.count - 12] = note[note.count - 12] == UInt8(ascii: "A") ? 66 : 65
    try tamper("UPDATE checkpoint SET note = x'\(hexadecimal(spoiled))' WHERE size = 3", "update")
    let findings = try fixture.log.verify().findings
    #expect(findings.count == 1)
    guard case .badSignature(size: 3, _) = findings.first else {
      Issue.record("\(findings)")
      return
    }
  }

  @Test("A head signed by a key that was replaced is found")
  func retiredSignature() throws {
    try rotate()
    try fixture.append([company("smic")])
    let head = try fixture.log.read { try $0.treeHead() }
    let forged = try first.sign(Checkpoint(origin: Origin(first.verifier.name), head: head))
    try tamper(
      "INSERT INTO checkpoint VALUES (\(head.size), x'\(hexadecimal(forged.bytes))')", "update")
    let findings = try fixture.log.verify().findings
    guard case .badSignature(size: 6, _) = findings.first else {
      Issue.record("\(findings)")
      return
    }
  }

  @Test("A log that went on after its key was named, and has lost all its heads, is found")
  func lostHeads() throws {
    try tamper("DELETE FROM checkpoint", "delete")
    #expect(try fixture.log.verify().findings == [.checkpointsMissing(since: 3)])
  }

  @Test("A log that went on after its key was replaced, and has lost the heads since, is found")
  func lostHandover() throws {
    try rotate()
    try fixture.append([company("smic")])
    _ = try fixture.log.sign(with: second, remembered: nil) { _ in }
    #expect(try fixture.log.verify().findings == [])
    try tamper("DELETE FROM checkpoint WHERE size >= 5", "delete")
    #expect(try fixture.log.verify().findings == [.checkpointsMissing(since: 5)])
  }

  @Test("A log that ends with its key's event, before the first head is signed, is sound")
  func namedOnly() throws {
    let new = try LogFixture()
    try new.log.name(first.verifier, recorder: "desk", clock: clock)
    #expect(try new.log.verify().findings == [])
    try fixture.log.name(second.verifier, isSuccessor: true, recorder: "desk", clock: clock)
    let verification = try fixture.log.verify()
    #expect(verification.findings == [])
    #expect(verification.keys.current == second.verifier)
  }

  private func rotate() throws {
    try fixture.log.name(second.verifier, isSuccessor: true, recorder: "desk", clock: clock)
    _ = try fixture.log.sign(with: second, replacing: first, remembered: nil) { _ in }
  }

  /// Runs statements in the shell with a trigger taken away, and puts the trigger back.
  private func tamper(_ sql: String, _ trigger: String) throws {
    let name = "checkpoint_no_\(trigger)"
    let create = try SQLiteShell.run(
      "SELECT sql FROM sqlite_schema WHERE name = '\(name)'", on: fixture.path
    ).output
    let (status, output) = try SQLiteShell.run(
      "DROP TRIGGER \(name); \(sql); \(create);", on: fixture.path)
    #expect(status == 0, "\(output)")
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func clock() -> Timestamp { Timestamp(milliseconds: 1_651_836_896_789) }
}
