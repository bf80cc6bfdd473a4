import Foundation
import GRDB
import Stances
import Synchronization
import TestSupport
import Testing

@testable import EventLog

@Suite("Conditions of an append")
struct ConditionTests {
  @Test("The head must be at the expected position")
  func head() throws {
    let fixture = try LogFixture(company("dji"))
    try fixture.append([company("smic")], condition: .head(1))
    #expect(throws: ConditionError.head(expected: 1, found: 2)) {
      try fixture.append([company("huawei")], condition: .head(1))
    }
    #expect(try fixture.head() == 2)
  }

  @Test("An empty log has the head 0")
  func emptyHead() throws {
    let fixture = try LogFixture()
    #expect(throws: ConditionError.head(expected: 1, found: 0)) {
      try fixture.append([company("dji")], condition: .head(1))
    }
    try fixture.append([company("dji")], condition: .head(0))
  }

  @Test("Nothing new on a company: its own events count, others' do not")
  func nothingOn() throws {
    let fixture = try LogFixture(company("dji"), company("smic"))
    let dji = CompanyID(recorded: "dji")
    try fixture.append(
      [announcement("smic", .operating, on: "2022-03-01")], condition: .nothing(on: dji, since: 1))
    try fixture.append([announcement("dji", .suspended, on: "2022-04-26", id: "stop")])
    #expect(throws: ConditionError.newsOn(company: dji, since: 3, found: 4)) {
      try fixture.append([company("huawei")], condition: .nothing(on: dji, since: 3))
    }
    try fixture.append([company("huawei")], condition: .nothing(on: dji, since: 4))
  }

  @Test("News on a company are also what addresses it and what amends its events")
  func addressedAndAmended() throws {
    let fixture = try LogFixture(
      company("dji"), body("mofcom"), announcement("dji", .suspended, on: "2022-04", id: "stop"))
    let dji = CompanyID(recorded: "dji")
    try fixture.append([statement(by: "mofcom", on: "2022-04-14", to: named("dji"))])
    #expect(throws: ConditionError.newsOn(company: dji, since: 3, found: 4)) {
      try fixture.append([], condition: .nothing(on: dji, since: 3))
    }
    try fixture.append([retraction(of: "stop", published: "2022-05-01")])
    #expect(throws: ConditionError.newsOn(company: dji, since: 4, found: 5)) {
      try fixture.append([], condition: .nothing(on: dji, since: 4))
    }
  }

  @Test("A company that the log does not know has no news")
  func unknownCompany() throws {
    let fixture = try LogFixture()
    let receipt = try fixture.append(
      [company("dji")], condition: .nothing(on: CompanyID(recorded: "unheard-of"), since: 0))
    #expect(receipt.head == 1)
  }

  @Test("Of racing writers with the same expectation exactly one wins")
  func race() throws {
    let fixture = try LogFixture(company("dji"))
    let wins = Mutex(0)
    let losses = Mutex<[ConditionError]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      do {
        let log = try EventLog.open(at: fixture.path, for: .appending)
        let event = try company("company-\(writer)").proposed()
        try log.append(
          [event],
          as: AppendRequest(
            recorder: "desk", condition: .head(1),
            clock: { Timestamp(milliseconds: Int64(writer)) }))
        wins.withLock { $0 += 1 }
      } catch let broken as ConditionError {
        losses.withLock { $0.append(broken) }
      } catch {
        Issue.record(error)
      }
    }
    #expect(wins.withLock { $0 } == 1)
    #expect(losses.withLock { $0 } == Array(repeating: .head(expected: 1, found: 2), count: 7))
    #expect(try fixture.head() == 2)
  }

  @Test("Writers without a condition wait for each other and all succeed")
  func writersQueue() throws {
    let fixture = try LogFixture()
    DispatchQueue.concurrentPerform(iterations: 6) { writer in
      do {
        let log = try EventLog.open(at: fixture.path, for: .appending, patience: 30)
        for number in 0..<5 {
          try log.append(
            [company("company-\(writer)-\(number)").proposed()],
            as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: Int64(number)) }))
        }
      } catch {
        Issue.record(error)
      }
    }
    #expect(try fixture.head() == 30)
    #expect(try fixture.log.verify().isSound)
  }

  @Test("A writer that has waited long enough says that the log is busy")
  func busy() throws {
    let fixture = try LogFixture()
    let other = try EventLog.open(at: fixture.path, for: .appending, patience: 0.05)
    try fixture.log.append(
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) })
    ) { session in
      #expect(throws: EventLogError.busy(path: fixture.path)) {
        try other.append(
          [], as: AppendRequest(recorder: "other", clock: { Timestamp(milliseconds: 0) }))
      }
      #expect(try other.read { try $0.head } == 0)
      try session.append(company("dji").proposed())
    }
    #expect(try other.read { try $0.head } == 1)
  }

  @Test("A reader sees one state while another writer appends")
  func snapshot() throws {
    let fixture = try LogFixture(company("dji"))
    let reader = try EventLog.open(at: fixture.path, for: .reading)
    let heads = try reader.read { reader in
      let before = try reader.head
      try fixture.append([company("smic")])
      return [before, try reader.head, Position(try reader.events().count)]
    }
    #expect(heads == [1, 1, 1])
    #expect(try reader.read { try $0.head } == 2)
  }

  @Test("A log copied in the middle of an append opens in its earlier state")
  func interrupted() throws {
    let fixture = try LogFixture(company("dji"))
    let copy = fixture.directory.file("copy.sqlite")
    // Long enough to spill from SQLite's cache into the file.
    try fixture.log.queue.write { try $0.execute(sql: "PRAGMA cache_size = 10") }
    try fixture.log.append(
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) })
    ) { session in
      for number in 0..<2_000 { try session.append(company("company-\(number)").proposed()) }
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: fixture.path + suffix, toPath: copy + suffix)
      }
    }
    #expect(try fixture.head() == 2_001)
    let interrupted = try EventLog.open(at: copy, for: .appending)
    #expect(try interrupted.read { try $0.head } == 1)
    #expect(try interrupted.verify().isSound)
  }
}
