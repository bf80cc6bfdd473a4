import TestSupport
import Testing

@Suite(
  "What a log holds and can no longer be read is damage, named with the log's path",
  .enabled(if: LogFileTests.canDamage, "there is no sqlite3"))
struct DamagedLogTests {
  /// A signed log, a folder of its tiles and a checkpoint that was kept.
  private let desk: Desk

  init() throws {
    desk = try Desk((0..<3).map { company("firm-\($0)") })
    try desk.run("key", "new", "stance.example.org/log")
    #expect(try desk.run("checkpoint", "-o", "kept.checkpoint").status == 0)
    try desk.appendCompany("later")
  }

  /// Commands that read the head that was signed last, or all of them.
  private static let readers = [
    "status", "checkpoint", "anchor query -o head.tsq", "append --from more", "prove 2 -o proof",
    "prove --since kept.checkpoint -o grown", "certificate --format json", "export --tiles www",
  ]

  @Test(
    "a stored checkpoint", arguments: readers,
    [
      "x'00'",
      // A note whose text is not a checkpoint: its first line, the origin, is missing.
      "CAST(substr(CAST(note AS TEXT), instr(CAST(note AS TEXT), char(10)) + 1) AS BLOB)",
      // A checkpoint of another size than the one that it is kept for.
      "CAST(replace(CAST(note AS TEXT), char(10) || size || char(10), "
        + "char(10) || (size + 1) || char(10)) AS BLOB)",
    ])
  func checkpoint(command: String, note: String) throws {
    try damage("UPDATE checkpoint SET note = \(note)")
    try expectDamage(command)
    let verified = try desk.run("verify")
    #expect(verified.status == 1)
    #expect(verified.messages.isEmpty)
  }

  @Test("a stored checkpoint of a size that no log has")
  func impossibleSize() throws {
    try damage("UPDATE checkpoint SET size = -size")
    try expectDamage("status")
    #expect(try desk.run("verify").status == 1)
  }

  @Test(
    "a stored cosignature",
    arguments: [
      "status", "checkpoint", "prove 2 -o proof", "certificate --format json", "export --tiles www",
    ])
  func cosignature(command: String) throws {
    try damage("INSERT INTO cosignature SELECT 1, max(size), x'00' FROM checkpoint")
    try expectDamage(command)
  }

  @Test(
    "a stored node of the tree",
    arguments: [
      "prove 2 -o proof", "certificate --format json", "export --tiles www", "posture", "replay",
    ])
  func node(command: String) throws {
    try damage("UPDATE event SET nodes = x'00'")
    try expectDamage(command)
  }

  @Test("a stored event", arguments: ["show 2", "log", "export -o copy.jsonl", "prove 2 -o proof"])
  func event(command: String) throws {
    try damage("UPDATE event SET json = CAST('{' AS BLOB)")
    try expectDamage(command)
  }

  private func damage(_ sql: String) throws {
    try SQLiteShell.tamper(sql, with: "\(desk.path)/stance.sqlite")
  }

  private func expectDamage(_ command: String) throws {
    let outcome = try desk.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 65, "\(command): \(outcome.output) \(outcome.messages)")
    #expect(
      outcome.messages.hasPrefix("stance: 'stance.sqlite' is damaged: "),
      "\(command): \(outcome.messages)")
    #expect(outcome.messages.hasSuffix("; run 'stance verify', and restore a backup\n"))
  }

  @Test("a cut log is a finding of verify, and an error of all else", arguments: [50, 2_000])
  func cut(length: Int) throws {
    let desk = try Desk()
    #expect(try desk.bash("head -c \(length) stance.sqlite > cut.sqlite").status == 0)
    let found = try desk.run("verify", "--log", "cut.sqlite")
    #expect(found.status == 1)
    #expect(found.output.hasPrefix("the file cannot be read as a log: "), "\(found.output)")
    let json = try desk.run("verify", "--json", "--log", "cut.sqlite")
    #expect(json.status == 1 && json.output.contains("\"sound\": false"), "\(json.output)")
    #expect(try desk.run("status", "--log", "cut.sqlite").status == 65)
  }
}
