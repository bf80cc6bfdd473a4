import Foundation
import GRDB
import Stances
import TestSupport
import Testing

@testable import EventLog

@Suite("The write-ahead log")
struct DurabilityTests {
  let fixture: LogFixture
  let journal: String

  init() throws {
    fixture = try LogFixture(company("dji"))
    journal = "\(fixture.path)-wal"
  }

  @Test("no connection moves pages into the file after a commit by itself")
  func noCheckpointsBySQLite() throws {
    for log in [fixture.log, try EventLog.open(at: fixture.path, for: .appending)] {
      let pages = try log.queue.read { database in
        try Int.fetchOne(database, sql: "PRAGMA wal_autocheckpoint")
      }
      #expect(pages == 0)
    }
  }

  @Test("it stays short under many appends")
  func staysShort() throws {
    var longest = 0
    for round in 0..<300 {
      try fixture.append([silentReduction("dji", .reducing, on: "2022-03", id: "event-\(round)")])
      longest = max(longest, try Data(contentsOf: URL(filePath: journal)).count)
    }
    let bytesInPage = 24 + 4096
    #expect(longest > WriteAheadLog.longestInPages * bytesInPage, "never long enough to be moved")
    #expect(longest < WriteAheadLog.longestInPages * bytesInPage * 11 / 10)
    #expect(try fixture.head() == 301)
  }

  @Test("nothing is moved into the file while another connection may write")
  func onlyUnderTheWriteLock() throws {
    try fixture.append([silentReduction("dji", .reducing, on: "2022-03", id: "one")])
    let other = try DatabaseQueue(path: fixture.path)
    let before = try Data(contentsOf: URL(filePath: fixture.path))
    fixture.log.writeAheadLog.note(pages: WriteAheadLog.longestInPages)
    try other.inTransaction(.immediate) { _ in
      fixture.log.checkpointIfLong()
      return .rollback
    }
    #expect(try Data(contentsOf: URL(filePath: fixture.path)) == before)
    #expect(fixture.log.writeAheadLog.isCheckpointDue)
    fixture.log.checkpointIfLong()
    #expect(try Data(contentsOf: URL(filePath: fixture.path)) != before)
    #expect(!fixture.log.writeAheadLog.isCheckpointDue)
  }

  @Test("a log whose last writer was killed opens with all that was acknowledged")
  func killedWriter() throws {
    try fixture.append([company("smic")])
    let copy = fixture.directory.file("copy.sqlite")
    for suffix in ["", "-wal"] { try put(fixture.path + suffix, at: copy + suffix) }
    let log = try EventLog.open(at: copy, for: .appending)
    #expect(try log.read { try $0.head } == 2)
    #expect(try log.verify().isSound)
  }

  @Test("an older one that was put back is refused, and nothing is lost")
  func olderJournal() throws {
    let older = fixture.directory.file("older-wal")
    let closed = fixture.directory.file("closed.sqlite")
    try fixture.append([company("smic")])
    try put(journal, at: older)
    try fixture.append([company("huawei")])
    try fixture.log.backup(to: closed)
    let before = try Data(contentsOf: URL(filePath: closed))

    try put(older, at: "\(closed)-wal")
    for purpose in [EventLog.Purpose.reading, .appending] {
      #expect(throws: EventLogError.strangeJournal(path: closed)) {
        try EventLog.open(at: closed, for: purpose)
      }
    }
    #expect(try Data(contentsOf: URL(filePath: closed)) == before)
    try FileManager.default.removeItem(atPath: "\(closed)-wal")
    #expect(try EventLog.open(at: closed, for: .reading).verify().events == 3)
  }

  @Test("one that begins after an older copy of the file is refused")
  func olderFile() throws {
    let old = fixture.directory.file("old.sqlite")
    try fixture.log.backup(to: old)
    try fixture.append([company("smic")])
    fixture.log.writeAheadLog.note(pages: WriteAheadLog.longestInPages)
    fixture.log.checkpointIfLong()
    // Begins again, as everything has been moved.
    try fixture.append([company("huawei")])
    try put(journal, at: "\(old)-wal")
    #expect(throws: EventLogError.strangeJournal(path: old)) {
      try EventLog.open(at: old, for: .appending)
    }
  }

  @Test("one of another log is refused")
  func otherLog() throws {
    let other = try LogFixture(company("smic"))
    let copy = fixture.directory.file("copy.sqlite")
    try fixture.log.backup(to: copy)
    try put("\(other.path)-wal", at: "\(copy)-wal")
    #expect(throws: EventLogError.strangeJournal(path: copy)) {
      try EventLog.open(at: copy, for: .reading)
    }
  }

  @Test("a log that is read without locks is refused once somebody has written to it")
  func stillFile() throws {
    let copy = fixture.directory.file("50% #1?.sqlite")
    try fixture.log.backup(to: copy)
    let still = try #require(try StillFile(at: copy))
    #expect(still.address.hasSuffix("/50%25 %231%3F.sqlite?immutable=1"))
    let head = try DatabaseQueue(path: still.address).read {
      try Int.fetchOne($0, sql: "SELECT max(position) FROM event")
    }
    #expect(head == 1)
    #expect(try still.isUnchanged)

    try EventLog.open(at: copy, for: .appending).append(
      [company("smic").proposed()],
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
    #expect(try !still.isUnchanged)
    #expect(try StillFile(at: fixture.path) == nil, "its write-ahead log holds events")
  }

  @Test("the count of commits goes round")
  func generations() {
    let last = Generation(0xFF_FFFF)
    #expect(last.next == Generation(0))
    #expect(last.next.distance(from: last) == 1)
    #expect(last.distance(from: last.next) == 0xFF_FFFF)
    #expect(LayoutVersion(header: 0x12_3456_01).generation == Generation(0x12_3456))
    #expect(LayoutVersion(header: 0x12_3456_01).format == 1)
  }

  private func put(_ file: String, at path: String) throws {
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.copyItem(atPath: file, toPath: path)
  }
}
