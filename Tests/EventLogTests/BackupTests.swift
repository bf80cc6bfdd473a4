import Glibc
import Files
import JSON
import EventLog
import Foundation
import Stances
import TestSupport
import Testing

@Suite("Backing a log up")
struct BackupTests {
  let fixture: LogFixture
  let copy: String

  init() throws {
    fixture = try LogFixture(company("dji"), announcement("dji", .suspended, on: "2022-04-26"))
    copy = fixture.directory.file("backup.sqlite")
  }

  @Test("A backup is a sound log with the same events, and can be appended to")
  func backup() throws {
    try fixture.log.backup(to: copy)
    try fixture.append([company("smic")])
    let backup = try EventLog.open(at: copy, for: .appending)
    #expect(try backup.verify().isSound)
    let bytes = try backup.read { try $0.events().map(\.bytes) }
    #expect(try bytes == fixture.log.read { try $0.events().prefix(2).map(\.bytes) })
    let receipt = try backup.append(
      [company("huawei").proposed()],
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
    #expect(receipt.head == 3)
  }

  @Test("A backup is one file, complete without a journal beside it")
  func oneFile() throws {
    try fixture.log.backup(to: copy)
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path)
    #expect(files.filter { $0.hasPrefix("backup") } == ["backup.sqlite"])
  }

  @Test("A log that is open for reading can be backed up")
  func fromReader() throws {
    try EventLog.open(at: fixture.path, for: .reading).backup(to: copy)
    #expect(try EventLog.open(at: copy, for: .reading).read { try $0.head } == 2)
  }

  @Test("A file that is there is left alone")
  func existing() throws {
    try Data("notes".utf8).write(to: URL(filePath: copy))
    #expect(throws: EventLogError.alreadyThere(path: copy)) { try fixture.log.backup(to: copy) }
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "notes")
  }

  @Test(
    "A log that is damaged is not backed up, and no file is left over",
    .enabled(if: SQLiteShell.isThere, "there is no sqlite3"))
  func damaged() throws {
    try SQLiteShell.tamper("UPDATE event SET recorded = 1", with: fixture.path)
    let error = #expect(throws: EventLogError.self) { try fixture.log.backup(to: copy) }
    guard case .damaged(fixture.path, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.directory.path)
    #expect(files.filter { $0.hasPrefix("backup") } == [])
  }

  @Test("The way back from an export gives the same answers")
  func exportAndImport() throws {
    try fixture.append([
      denial("dji", on: "2022-05-01"),
      retraction(of: "dji-denial-2022-05-01", published: "2022-05-02"),
    ])
    var proposals: [ProposedEvent] = []
    try fixture.log.read {
      try $0.forEachProposal {
        proposals.append(try ProposedEvent(JSONDocument(parsing: $0)))
      }
    }
    let second = try EventLog.create(at: copy)
    try second.append(
      proposals, as: AppendRequest(recorder: "other", clock: { Timestamp(milliseconds: 0) }))
    func moves(_ log: EventLog) throws -> [Move] {
      var found: [Move] = []
      try log.read { try $0.forEachMove { found.append($2) } }
      return found
    }
    #expect(try moves(second) == moves(fixture.log))
    #expect(try second.read { try $0.amendments() } == fixture.log.read { try $0.amendments() })
  }

  @Test("a backup can be read by those who may read the log", arguments: [0o600, 0o640, 0o644])
  func permissions(mode: UInt32) throws {
    let fixture = try LogFixture(company("dji"))
    #expect(chmod(fixture.path, mode) == 0)
    let copy = fixture.directory.file("copy.sqlite")
    try fixture.log.backup(to: copy)
    // Setting the mask is the only call that answers it, and would change it for all other tests.
    let process = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(process.split(separator: "\n").first { $0.hasPrefix("Umask:") })
    let mask = try #require(UInt32(line.dropFirst(6).drop(while: \.isWhitespace), radix: 8))
    #expect(try FileStatus(of: copy).permissions == mode & ~mask)
  }
}
