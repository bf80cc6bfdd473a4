import Files
import Foundation
import GRDB
import Glibc
import Stances
import TestSupport
import Testing

@testable import EventLog

@Suite("One file, one name")
struct NameTests {
  let fixture: LogFixture
  let other: String

  init() throws {
    fixture = try LogFixture(company("dji"))
    other = fixture.directory.file("other.sqlite")
  }

  @Test("a log with a second link is refused under both names, until one is removed")
  func hardLink() throws {
    #expect(link(fixture.path, other) == 0)
    for path in [fixture.path, other] {
      for purpose in [EventLog.Purpose.reading, .appending, .verifying] {
        #expect(throws: EventLogError.severalNames(path: path, count: 2)) {
          try EventLog.open(at: path, for: purpose)
        }
      }
    }
    #expect(throws: EventLogError.severalNames(path: fixture.path, count: 2)) {
      try fixture.append([company("smic")])
    }
    #expect(unlink(other) == 0)
    try fixture.append([company("smic")])
    #expect(try fixture.companies() == ["dji", "smic"])
  }

  @Test("a symbolic link is another way to the one name")
  func symbolicLink() throws {
    #expect(symlink(fixture.path, other) == 0)
    try EventLog.open(at: other, for: .appending).append(
      [company("smic").proposed()], as: Self.request)
    #expect(try fixture.companies() == ["dji", "smic"])
    #expect(try FileStatus.ifThere("\(other)-wal") == nil)
  }

  @Test("the write-ahead log of a log that is opened by a symbolic link is the one beside the file")
  func journalBehindLink() throws {
    let copy = fixture.directory.file("copy.sqlite")
    try fixture.log.backup(to: copy)
    // It belongs to another state of the log.
    try fixture.append([company("smic")])
    let foreign = try LogFixture(company("zte"))
    try FileManager.default.copyItem(atPath: "\(foreign.path)-wal", toPath: "\(copy)-wal")
    #expect(symlink(copy, other) == 0)
    for purpose in [EventLog.Purpose.reading, .appending] {
      #expect(throws: EventLogError.strangeJournal(path: other)) {
        try EventLog.open(at: other, for: purpose)
      }
    }
    let place = try LogPlace(other)
    #expect(try StillFile(at: place.address) == nil, "there is a write-ahead log")
  }

  /// Locks are the open file's: one that this process opens once more stands for another process.
  @Test("a file that is in use with another index beside it is refused", arguments: [false, true])
  func foreignIndex(isHeldBefore: Bool) throws {
    let descriptor = open(fixture.path, O_RDONLY)
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_RDLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = isHeldBefore ? 1 << 61 + 1 : off_t.max - 1
    lock.l_len = 1
    let path = fixture.directory.file("renamed.sqlite")
    try fixture.log.backup(to: path)
    let copy = open(path, O_RDONLY)
    #expect(fcntl(copy, 37, &lock) == 0)
    #expect(throws: EventLogError.otherName(path: path)) {
      try EventLog.open(at: path, for: .reading)
    }
    // With the other process the lock ends.
    close(copy)
    #expect(try EventLog.open(at: path, for: .appending).read { try $0.head } == 1)
  }

  @Test("an index that was removed while the log was open is noticed by whoever opens it next")
  func removedIndex() throws {
    #expect(unlink("\(fixture.path)-shm") == 0)
    #expect(throws: EventLogError.otherName(path: fixture.path)) {
      try EventLog.open(at: fixture.path, for: .appending)
    }
  }

  @Test(
    "reading the log's file by other means does not take SQLite's locks from it",
    .enabled(if: SQLiteShell.isThere, "needs the sqlite3 program"))
  func locksAreKept() throws {
    do {
      let start = try OpenFile(fixture.path, for: .reading).read(upTo: 6)
      #expect(start == Array("SQLite".utf8))
    }
    // Only someone alone with the file may change this.
    let changed = try SQLiteShell.run("PRAGMA journal_mode = DELETE;", on: fixture.path)
    #expect(changed.output.contains("locked"), "\(changed.output)")
    try fixture.append([company("smic")])
    #expect(try fixture.companies() == ["dji", "smic"])
  }

  @Test("what waits for a log to be closed is closed with it")
  func descriptorsEnd() throws {
    let path = fixture.directory.file("short.sqlite")
    let count = {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
      }.filter { $0.contains("short.sqlite") }.count
    }
    do {
      let log = try EventLog.create(at: path)
      for _ in 1...3 { _ = try OpenFile(path, for: .reading).read(upTo: 6) }
      #expect(try log.read { try $0.head } == .beforeFirst)
      #expect(try count() > 3)
    }
    #expect(try count() == 0)
  }

  @Test(
    "names that SQLite takes for something else are names of files",
    arguments: [":memory:", "file:log.sqlite", "file:log.sqlite?mode=memory", "a%20b?c#d"])
  func addresses(name: String) throws {
    let path = fixture.directory.file(name)
    let folder = fixture.directory.path
    // The path as it is given in that folder: not absolute.
    let given = Self.relative(name, in: folder)
    _ = try EventLog.create(at: given)
    #expect(try FileStatus(of: path).kind == .file)
    try EventLog.open(at: given, for: .appending).append(
      [company("smic").proposed()], as: Self.request)
    #expect(try EventLog.open(at: given, for: .reading).read { try $0.head } == 1)
    try EventLog.open(at: given, for: .reading).backup(to: "\(given).copy")
    #expect(try EventLog.open(at: "\(path).copy", for: .verifying).verify().isSound)
    #expect(try fixture.companies() == ["dji"])
  }

  /// A path to a file in a folder from the working folder.
  private static func relative(_ name: String, in folder: String) -> String {
    let up = FileManager.default.currentDirectoryPath.split(separator: "/").map { _ in ".." }
    return (up + [String(folder.dropFirst()), name]).joined(separator: "/")
  }

  private static let request = AppendRequest(
    recorder: "desk", clock: { Timestamp(milliseconds: 1_651_836_896_789) })
}
