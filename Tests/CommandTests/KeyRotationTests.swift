import Foundation
import Stances
import TestSupport
import Testing

@Suite("The key of a log, and the keys that take its place")
struct KeyRotationTests {
  let desk: Desk
  let firstKey: String

  init() throws {
    desk = try Desk((0..<6).map { company("firm-\($0)") })
    firstKey = try desk.run("key", "new", "stance.example.org/log").firstLine
    #expect(try desk.run("checkpoint", "-o", "first.checkpoint").status == 0)
  }

  @Test("The first checkpoint records the key, so that every later answer names the log")
  func bound() throws {
    let head = try desk.head()
    let event = try desk.run("show", "\(head)").output
    #expect(event.contains("log-key-") && event.contains(firstKey))
    #expect(try desk.run("checkpoint").status == 0)
    #expect(try desk.head() == head)
    let now = try desk.run("posture").output
    #expect(now.contains("\nLog stance.example.org/log · size \(head) · root "))
    let before = try desk.run("posture", "--at", "\(head - 1)").output
    #expect(before.contains("\nUnnamed log · size \(head - 1) · root "))
  }

  @Test("A rotation is signed by both keys once, and afterwards by the new one alone")
  func rotation() throws {
    let rotated = try desk.run("key", "rotate")
    #expect(rotated.status == 0, "\(rotated.messages)")
    let secondKey = rotated.firstLine
    #expect(secondKey != firstKey)
    #expect(try desk.run("key", "show").firstLine == secondKey)
    #expect(try signatures(desk.run("checkpoint").output) == 2)
    try desk.appendCompany("later")
    #expect(try signatures(desk.run("checkpoint").output) == 1)
    #expect(try desk.run("prove", "3", "-o", "old.tlog-proof").status == 0)
    #expect(try desk.run("prove", "later-company-registered", "-o", "new.tlog-proof").status == 0)

    for key in [firstKey, secondKey] {
      let verified = try desk.run("verify", "--key", key, "--since", "first.checkpoint")
      #expect(verified.status == 0, "\(verified.output)\(verified.messages)")
      #expect(verified.output.contains("INTACT        shown"))
    }
    #expect(try desk.run("verify", "bundle", "old.tlog-proof", "--key", firstKey).status == 0)
    #expect(try desk.run("verify", "bundle", "new.tlog-proof", "--key", secondKey).status == 0)
    #expect(try desk.run("verify", "bundle", "new.tlog-proof", "--key", firstKey).status == 1)
  }

  @Test("A key that was replaced signs nothing more, and a lost one cannot be made up for")
  func replacedAndLost() throws {
    let path = "\(desk.path)/config/stance/key"
    try FileManager.default.copyItem(atPath: path, toPath: "\(desk.path)/kept")
    #expect(try desk.run("key", "rotate").status == 0)
    let head = try desk.head()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: "\(desk.path)/kept", toPath: path)
    _ = try desk.write([company("more").line], to: "more")
    for command in [["append", "--from", "more"], ["checkpoint"], ["key", "rotate"]] {
      let refused = try desk.run(command)
      #expect(refused.status == 65)
      #expect(refused.messages.contains("replaced this key; the log's key is"))
    }
    try FileManager.default.removeItem(atPath: path)
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    for command in [["append", "--from", "more"], ["checkpoint"], ["key", "rotate"]] {
      let refused = try desk.run(command)
      #expect(refused.status != 0)
      #expect(refused.messages.contains("has the log's name, but the log's key is"))
    }
    #expect(try desk.head() == head)
  }

  @Test("A key of another name does not sign the log, and binds another one")
  func foreign() throws {
    let other = ["XDG_CONFIG_HOME": "\(desk.path)/other"]
    #expect(try desk.run(["key", "new", "other.example.org"], environment: other).status == 0)
    let refused = try desk.run(["checkpoint"], environment: other)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("this log is stance.example.org/log and the key is of"))
  }

  @Test("A rotation that was cut off is finished by asking for it again")
  func cutOff() throws {
    let path = "\(desk.path)/config/stance/key"
    try FileManager.default.copyItem(atPath: path, toPath: "\(desk.path)/kept")
    let secondKey = try desk.run("key", "rotate").firstLine
    // As if it had stopped before the new key took the old one's place.
    try FileManager.default.moveItem(atPath: path, toPath: "\(path).next")
    try FileManager.default.moveItem(atPath: "\(desk.path)/kept", toPath: path)
    let head = try desk.head()
    let again = try desk.run("key", "rotate")
    #expect(again.status == 0, "\(again.messages)")
    #expect(again.firstLine == secondKey)
    #expect(try desk.head() == head)
    #expect(!FileManager.default.fileExists(atPath: "\(path).next"))
    try desk.appendCompany("later")
    #expect(try desk.run("verify").status == 0)
  }

  @Test("A key that was named and has not signed leaves nothing wrong and nothing signed")
  func namedOnly() throws {
    let before = try desk.head()
    // As if it had been killed between the key's event and its first signature.
    try desk.run("init", "--log", "new.sqlite")
    let unwritable = ["XDG_STATE_HOME": "\(desk.path)/first.checkpoint"]
    let cut = try desk.run(["checkpoint", "--log", "new.sqlite"], environment: unwritable)
    #expect(cut.status == 73, "\(cut.messages)")
    let named = try desk.run(["verify", "--log", "new.sqlite"], environment: unwritable)
    #expect(named.status == 0)
    #expect(named.output.hasPrefix("1 event read: nothing is wrong"))
    #expect(
      named.output.contains(
        "INTACT        not shown: the log names its key but has no signed head, so none"))
    #expect(named.output.contains("WITNESSED     not shown: without a signed head"))

    let cutRotation = try desk.run(["key", "rotate"], environment: unwritable)
    #expect(cutRotation.status == 73, "\(cutRotation.messages)")
    let rotated = try desk.run(["verify"], environment: unwritable)
    #expect(rotated.status == 0)
    #expect(
      rotated.output.contains(
        "INTACT        shown: the first \(before) events rebuild the root that stance.example.org/log"
          + " signed; unsigned: the last 1; the key named at \(before + 1) has not signed yet"))
    #expect(try desk.run("key", "rotate").status == 0)
    #expect(try desk.run("verify").output.contains("unsigned: the last 0\n"))
  }

  @Test("A log's key is recorded by nothing else, is never corrected, and leaves in no export")
  func ownEvent() throws {
    let event = """
      {"id":"mine","type":"log_key","v":1,"origin":"stance.example.org/log","vkey":"\(firstKey)"}
      """
    _ = try desk.write([event], to: "mine")
    let refused = try desk.run("append", "--from", "mine")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("only 'stance checkpoint' and 'stance key rotate' record"))
    let id = "log-key-" + firstKey.split(separator: "+")[1]
    let withdrawn = try desk.run(
      "append", "retraction", "--retracts", id, "--reason", "r", "--published", "2022-05-06")
    #expect(withdrawn.status == 65)
    #expect(withdrawn.messages.contains("names the log's key and cannot be withdrawn"))
    let exported = try desk.run("export")
    #expect(exported.messages.contains("omitted the log's own key"))
    #expect(!exported.output.contains("log_key"))
    #expect(try exported.output.split(separator: "\n").count == desk.head() - 1)
  }

  private func signatures(_ note: String) -> Int {
    note.split(separator: "\n").count { $0.hasPrefix("— ") }
  }
}
