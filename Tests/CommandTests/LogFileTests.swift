import Foundation
import Glibc
import Testing
import TestSupport

@Suite("Logs that cannot be used, and files that cannot be read or written")
struct LogFileTests {
  @Test(
    "each has its status and its sentence",
    arguments: [
      (["posture", "--log", "none.sqlite"], Int32(66), "there is no log at 'none.sqlite'"),
      (["init"], 73, "'stance.sqlite' already exists and was not changed"),
      (["init", "--log", "no/where.sqlite"], 73, "cannot create 'no/where.sqlite'"),
      (["status", "--log", "words.txt"], 65, "'words.txt' is not a stance log"),
      (["append", "--from", "words.txt", "--log", "words.txt"], 65, "is not a stance log"),
      (["append", "--from", "none.jsonl"], 66, "there is no file none.jsonl"),
      (["append", "--from", "."], 66, ". is a folder"),
      (["backup", "words.txt"], 73, "'words.txt' already exists"),
      (["export", "-o", "no/where.jsonl"], 73, "cannot create no/where.jsonl"),
      (["report", "timeline", "-o", "no/where.md"], 73, "cannot create no/where.md"),
      (["show", "nothing"], 66, "the log has no event 'nothing'"),
      (["posture", "lenvo"], 66, "did you mean 'lenovo'?"),
      (["log", "--body", "cn-mofcm"], 66, "no body 'cn-mofcm' is registered"),
      (["log", "--measure", "nope"], 66, "the log has no measure 'nope'"),
      (["report", "company", "unheard-of"], 66, "no company 'unheard-of' is registered"),
      (["posture", "--at", "99"], 64, "the log has no position 99 yet; its head is 1"),
      (["posture", "--at", "2999-01-01T00:00:00Z"], 64, "is still to come"),
      (["replay", "--to", "2022-05~"], 64, "'2022-05~' is not a day"),
      (["replay", "--from", "2022-05-07", "--to", "2022-05-06"], 64, "give the earlier day first"),
      (["diff", "--to", "2022-05-06"], 64, "Give what to compare: --to A..B"),
      (["nonsense"], 64, "nonsense"),
      (["posture", "--frobnicate"], 64, "Unknown option '--frobnicate'"),
    ])
  func refused(words: [String], status: Int32, sentence: String) throws {
    let desk = try Desk()
    _ = try desk.write(
      ["no log at all, but long enough to be one, or to be taken for one"],
      to: "words.txt")
    let outcome = try Program([Program.stance] + words, in: desk.path).outcome()
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("stance: "), "\(outcome.messages)")
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test("a log of a newer format can be read and not be written")
  func newerFormat() throws {
    let desk = try Desk()
    // SQLite keeps `user_version` in bytes 60 to 63 of the file, the highest first.
    let file = try FileHandle(forUpdating: URL(filePath: "\(desk.path)/stance.sqlite"))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 0, 99]))
    try file.close()
    #expect(try desk.run("status").status == 0)
    let refused = try desk.run("append", "--from", try desk.write([]))
    #expect(refused.status == 65)
    #expect(
      refused.messages
        == "stance: 'stance.sqlite' has format 99, newer than this program knows (2); "
        + "update stance\n")
  }

  @Test(
    "a file that may not be read is distinguished from one that does not exist",
    .enabled(if: getuid() != 0, "the superuser may read every file"))
  func notPermitted() throws {
    let desk = try Desk()
    let file = try desk.write([])
    chmod("\(desk.path)/\(file)", 0)
    #expect(try desk.run("append", "--from", file).status == 77)
    chmod("\(desk.path)/stance.sqlite", 0)
    #expect(try desk.run("posture").status == 77)
  }

  @Test("a disk without room is an input or output error, and nothing is recorded")
  func diskFull() throws {
    let desk = try Desk()
    let lines = (1...2_000).map { declinedComment("lenovo", on: "2022-03-01", id: "no-\($0)").line }
    let file = try desk.write(lines)
    let append = try desk.bash("ulimit -f 200; \"$stance\" append --from \(file)")
    #expect(append.status == 74, "\(append.messages)")
    #expect(try desk.head() == 1)
    let output = try desk.bash("\"$stance\" export > /dev/full")
    #expect(output.status == 74)
    #expect(output.messages == "stance: cannot write standard output: No space left on device\n")
    let report = try desk.bash("ulimit -f 0; \"$stance\" export -o export.jsonl 2> /dev/full")
    #expect(report.status == 74)
    #expect(!FileManager.default.fileExists(atPath: "\(desk.path)/export.jsonl"))
  }

  /// Whether there is a program that can do damage to a log.
  static let canDamage = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

  @Test(
    "a log with damage makes verify end with a finding",
    .enabled(if: Self.canDamage, "there is no sqlite3"))
  func verify() throws {
    let desk = try Desk([declinedComment("lenovo", on: "2022-03-01")])
    #expect(try desk.run("verify").output.hasPrefix("2 events read: nothing is wrong\n"))
    let damage = try desk.bash(
      "sqlite3 stance.sqlite \"SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master "
        + "WHERE type = 'trigger'\" | sqlite3 stance.sqlite")
    #expect(damage.status == 0)
    let found = try desk.run("verify")
    #expect(found.status == 1)
    #expect(!found.output.isEmpty)
    #expect(found.messages.isEmpty)
  }

  @Test(
    "so does a signed one, whose head comes after what could be read",
    .enabled(if: Self.canDamage, "there is no sqlite3"))
  func verifySigned() throws {
    let desk = try Desk([declinedComment("lenovo", on: "2022-03-01")])
    let settings = [
      "XDG_CONFIG_HOME": "\(desk.path)/config", "XDG_STATE_HOME": "\(desk.path)/state",
    ]
    try desk.run("key", "new", "stance.example.org/log", environment: settings)
    try desk.run("checkpoint", environment: settings)
    #expect(try desk.bash("sqlite3 stance.sqlite 'DROP TRIGGER event_no_update'").status == 0)
    let found = try desk.run("verify", environment: settings)
    #expect(found.status == 1, "\(found.messages)")
    #expect(found.output.contains("event_no_update"))
  }
}
