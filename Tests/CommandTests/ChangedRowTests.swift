import Stances
import TestSupport
import Testing

@Suite(
  "Nothing that was changed in the file is shown or signed under a root",
  .enabled(if: LogFileTests.canDamage, "there is no sqlite3"))
struct ChangedRowTests {
  private let desk: Desk

  /// A signed log of 4 events, the fourth lenovo's, and two after its last signed head.
  init() throws {
    desk = try Desk([
      company("dji", name: "DJI"),
      announcement("lenovo", .operating, on: "2022-03-11", in: ["RU"], id: "lenovo-carries-on"),
    ])
    try desk.run("key", "new", "stance.example.org/log")
    #expect(try desk.run("checkpoint", "-o", "kept.checkpoint").status == 0)
    let stranger = ["XDG_CONFIG_HOME": "\(desk.path)/stranger"]
    _ = try desk.write([company("later").line, company("latest").line], to: "more")
    #expect(try desk.run(["append", "--from", "more"], environment: stranger).status == 0)
  }

  private static let bytes =
    "json = CAST(replace(CAST(json AS TEXT), 'operating', 'suspended') AS BLOB)"

  @Test(
    "The bytes of an event",
    arguments: [
      "certificate lenovo", "certificate", "certificate lenovo --json", "export --tiles www",
      "prove lenovo-carries-on -o p", "prove 3 -o p", "report company lenovo",
      "report company lenovo --format json", "show lenovo-carries-on", "show 3 --json",
    ])
  func bytes(command: String) throws {
    try change("event SET \(Self.bytes) WHERE position = 3")
    try expectDamage(
      command, command.hasPrefix("export") ? "the events at 1 to 4" : "the event at 3")
  }

  @Test("The bytes of an event and its leaf hash", arguments: ["certificate lenovo", "show 3"])
  func leaf(command: String) throws {
    try change(
      "event SET \(Self.bytes), nodes = CAST(zeroblob(32) || substr(nodes, 33) AS BLOB) "
        + "WHERE position = 3")
    try expectDamage(command, "the event at 3 is not the one that its tree has")
  }

  @Test(
    "A row that answers are made of",
    arguments: [
      "move SET level = 3", "move SET earliest = earliest - 9",
      "event SET recorder = 'forger' WHERE position = 3",
      "event SET published_latest = 9 WHERE position = 3", "registration SET title = 'Lenova'",
      "move SET market = 'CN'",
    ])
  func row(change sql: String) throws {
    try change(sql)
    try expectDamage("certificate lenovo", nil)
    try expectDamage("certificate", nil)
  }

  @Test("A move that no event implies, and one that was taken out")
  func moves() throws {
    let sound = try desk.run("certificate", "lenovo").output
    try run(
      "INSERT INTO move SELECT company, 'CN', earliest, latest, published_earliest, position, "
        + "source, act, published_latest, level, disclosed, grade, due_earliest, due_latest, denies, "
        + "traits, certain, published_certain, due_certain, sources, lines FROM move")
    try expectDamage("certificate lenovo", "the table 'move' holds 1 rows that no event implies")
    #expect(try desk.run("certificate", "dji").status == 0)
    try run("DELETE FROM move WHERE market = 'CN'")
    #expect(try desk.run("certificate", "lenovo").output.count == sound.count)
    try run("DELETE FROM move")
    try expectDamage("certificate lenovo", "the table 'move' lacks what the event at 3 implies")
  }

  @Test(
    "An event that is not signed yet",
    arguments: ["checkpoint", "append --from third"], [5, 6])
  func unsigned(command: String, position: Int) throws {
    _ = try desk.write([company("third").line], to: "third")
    let head = try desk.head()
    try change(
      "event SET json = CAST(replace(CAST(json AS TEXT), 'late', 'lade') AS BLOB) "
        + "WHERE position = \(position)")
    try expectDamage(command, "the event at \(position) is not the one that its tree has")
    #expect(try desk.head() == head)
  }

  @Test("Nothing of a changed log is written into a folder of tiles")
  func tiles() throws {
    #expect(try desk.run("checkpoint").status == 0)
    try change("event SET \(Self.bytes) WHERE position = 3")
    try expectDamage("export --tiles www", "the events at 1 to 6 are not those that its tree has")
    #expect(try desk.bash("find www -type f | wc -l").output.contains("0"))
  }

  private func change(_ sql: String) throws { try run("UPDATE \(sql)") }

  private func run(_ sql: String) throws {
    try SQLiteShell.tamper(sql, with: "\(desk.path)/stance.sqlite")
  }

  private func expectDamage(_ command: String, _ words: String?) throws {
    let outcome = try desk.run(command.split(separator: " ").map(String.init))
    #expect(outcome.status == 65, "\(command): \(outcome.output) \(outcome.messages)")
    #expect(outcome.messages.contains("is damaged: "), "\(command): \(outcome.messages)")
    if let words {
      #expect(outcome.messages.contains(words), "\(command): \(outcome.messages)")
    }
  }
}
