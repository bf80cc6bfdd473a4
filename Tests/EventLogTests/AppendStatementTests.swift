import GRDB
import JSON
import Stances
import TestSupport
import Testing
import Transparency

@testable import EventLog

/// What one append of one event asks SQLite for, in an open log that was appended to before.
@Suite("The statements of an append")
struct AppendStatementTests {
  let fixture: LogFixture
  let key: SigningKey

  init() throws {
    fixture = try LogFixture(company("dji"), company("didi"))
    key = try SigningKey(name: KeyName("stance.example.org/log"), seed: (0..<32).map { UInt8($0) })
  }

  @Test("look nothing up that the event does not need")
  func unsigned() throws {
    try fixture.append([silentReduction("dji", .reducing, on: "2022-03-01")])
    let statements = try statements {
      try fixture.append([silentReduction("didi", .reducing, on: "2022-03-02")])
    }
    #expect(statements.count <= 15, "\(statements)")
    #expect(!statements.contains { $0.contains("max(key)") }, "\(statements)")
  }

  @Test("to sign read the log's keys once, and its last checkpoint")
  func signed() throws {
    try fixture.log.name(key.verifier, recorder: "desk") { Timestamp(milliseconds: 0) }
    var remembered = try fixture.log.sign(with: key, remembered: nil) { _ in }.bytes
    for day in 1...2 {
      try fixture.append([silentReduction("dji", .reducing, on: "2022-03-0\(day)")])
      remembered = try fixture.log.sign(with: key, remembered: remembered) { _ in }.bytes
    }
    try fixture.append([silentReduction("dji", .reducing, on: "2022-03-04")])
    let statements = try statements {
      _ = try fixture.log.sign(with: key, remembered: remembered) { _ in }
    }
    #expect(statements.count { $0.contains("'log_key'") } == 1, "\(statements)")
    #expect(statements.count { $0.contains("FROM checkpoint ORDER BY") } == 1, "\(statements)")
    #expect(statements.count <= 22, "\(statements)")
  }

  @Test("a note that differs from the one that was signed last is verified, and refused")
  func changedNote() throws {
    try fixture.log.name(key.verifier, recorder: "desk") { Timestamp(milliseconds: 0) }
    let note = try fixture.log.sign(with: key, remembered: nil) { _ in }.bytes
    #expect(try fixture.log.sign(with: key, remembered: note) { _ in }.bytes == note)
    var changed = note
    // A character in the middle of the signature's base 64.
    let place = changed.count - 20
    changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    #expect(throws: HistoryError.self) {
      try fixture.log.sign(with: key, remembered: changed) { _ in }
    }
    let other = try EventLog.open(at: fixture.path, for: .appending)
    #expect(try other.sign(with: key, remembered: note) { _ in }.bytes == note)
  }

  /// The statements that the log's connection runs meanwhile.
  private func statements(_ body: () throws -> Void) throws -> [String] {
    var statements: [String] = []
    fixture.log.queue.inDatabase { database in
      database.trace { if case .statement(let statement) = $0 { statements.append(statement.sql) } }
    }
    try body()
    fixture.log.queue.inDatabase { $0.trace(options: []) }
    return statements
  }
}
