import Crypto
import Foundation
import TestSupport
import Testing

@Suite("No result is written over what the program needs")
struct KeptFileCommandTests {
  /// A command for every way in which files are written, without the file's name.
  static let commands: [[String]] = [
    ["export", "-o"], ["posture", "-o"], ["checkpoint", "-o"], ["prove", "1", "-o"],
    ["prove", "--since", "head.checkpoint", "-o"], ["anchor", "query", "-o"],
    ["anchor", "export", "-o"], ["backup"],
  ]

  /// A desk with a signed and stamped log, a second log, and files with its secrets.
  private func desk() throws -> Desk {
    let desk = try Desk([declinedComment("lenovo", on: "2022-03-01")])
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint", "-o", "head.checkpoint").status == 0)
    #expect(try desk.run("token", "new").status == 0)
    let head = try Data(contentsOf: URL(filePath: "\(desk.path)/head.checkpoint"))
    let reply = StampReply(imprint: Array(SHA256.hash(data: head))).bytes
    try Data(reply).write(to: URL(filePath: "\(desk.path)/head.tsr"))
    let kept = try desk.run("anchor", "reply", "head.tsr")
    #expect(kept.status == 0, "\(kept.messages)")
    #expect(try desk.run("init", "--log", "other.sqlite").status == 0)
    let prepared = try desk.bash(
      """
      ln -s stance.sqlite link.sqlite; ln config/stance/key hard.key; cp config/stance/key copy.key
      cp config/stance/key config/stance/key.next; cp config/stance/tokens copy.tokens
      """)
    #expect(prepared.status == 0)
    return desk
  }

  @Test("every kind of file, by every command", arguments: commands)
  func refused(command: [String]) throws {
    let desk = try desk()
    // While it is open the log has its write-ahead log, and events in it.
    let other = try OpenLog(at: "\(desk.path)/stance.sqlite")
    defer { withExtendedLifetime(other) {} }
    try desk.appendCompany("later")
    let memory = try desk.bash("find state -type f").output.split(separator: "\n").map(String.init)
    #expect(memory.count == 2)
    let existing =
      [
        "stance.sqlite", "stance.sqlite-wal", "stance.sqlite-shm", "link.sqlite", "other.sqlite",
        "config/stance/key", "config/stance/key.next", "hard.key", "copy.key",
        "config/stance/tokens", "copy.tokens",
      ] + memory
    let missing = ["stance.sqlite-journal", "other.sqlite-wal", "state/stance/new"]
    let sums = "sha256sum \(existing.filter { !$0.hasSuffix("-shm") }.joined(separator: " "))"
    let before = try desk.bash(sums)
    #expect(before.status == 0, "\(before.messages)")
    for path in existing + missing {
      let outcome = try desk.run(command + [path])
      #expect(outcome.status == 73, "\(command) \(path): \(outcome.messages)")
      #expect(
        outcome.messages.contains("is not replaced; name another file")
          || command == ["backup"] && outcome.messages.contains("already exists"),
        "\(command) \(path): \(outcome.messages)")
    }
    #expect(try desk.bash(sums).output == before.output)
    #expect(try desk.bash("ls \(missing.joined(separator: " ")) 2> /dev/null").output.isEmpty)
    #expect(try desk.run("verify").output.hasPrefix("4 events read: nothing is wrong\n"))
  }

  @Test("a proof whose second file is kept, tiles among what is remembered, a log beside a log")
  func others() throws {
    let desk = try desk()
    #expect(try desk.bash("cp config/stance/key x.event.json").status == 0)
    for command in [
      ["prove", "1", "-o", "x.tlog-proof"], ["export", "--tiles", "state/stance"],
      ["init", "--log", "stance.sqlite-wal"],
    ] {
      let outcome = try desk.run(command)
      #expect(outcome.status == 73, "\(command): \(outcome.messages)")
      #expect(outcome.messages.contains("is not replaced; name another file"))
    }
    #expect(try desk.bash("cmp config/stance/key x.event.json; ls x.tlog-proof").output.isEmpty)
    #expect(try desk.run("verify").status == 0)
  }
}
