import Foundation
import TestSupport
import Testing

@Suite("Appending to a signed log without its key")
struct UnsignedAppendTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint").status == 0)
    _ = try desk.write([company("later").line], to: "later")
  }

  @Test("what is recorded is said not to be signed, once, with what to do")
  func said() throws {
    let settings = ["XDG_CONFIG_HOME": "\(desk.path)/elsewhere"]
    let append = ["append", "--from", "later"]
    let tried = try desk.run(append + ["--dry-run"], environment: settings)
    #expect(tried.status == 0 && tried.messages.isEmpty, "\(tried.messages)")
    let recorded = try desk.run(append, environment: settings)
    #expect(recorded.status == 0)
    #expect(recorded.output.hasPrefix("recorded later-company-registered at 3"))
    #expect(
      recorded.messages.hasPrefix(
        "stance: not signed: the log is signed as stance.example.org/log, and there is no key"))
    #expect(recorded.messages.contains("'\(desk.path)/elsewhere/stance/key'"))
    let again = try desk.run(append, environment: settings)
    #expect(again.status == 0 && again.messages.isEmpty, "\(again.messages)")
    #expect(try desk.run("verify").output.contains("unsigned: the last 1"))
    #expect(try desk.run("checkpoint").status == 0)
    #expect(try desk.run("verify").output.contains("unsigned: the last 0"))
  }

  @Test("a key of another name does not sign it")
  func otherName() throws {
    let settings = ["XDG_CONFIG_HOME": "\(desk.path)/other"]
    #expect(try desk.run(["key", "new", "other.example.org"], environment: settings).status == 0)
    let recorded = try desk.run(["append", "--from", "later"], environment: settings)
    #expect(recorded.status == 0)
    #expect(recorded.messages.contains("not signed: the log is signed as stance.example.org/log"))
  }

  @Test("an older copy takes no events, also after the key was changed")
  func olderCopy() throws {
    #expect(try desk.run("backup", "older.sqlite").status == 0)
    let settings = ["XDG_CONFIG_HOME": "\(desk.path)/elsewhere"]
    for change in [["append", "--from", "later"], ["key", "rotate"]] {
      #expect(try desk.run(change).status == 0)
      let refused = try desk.run(
        ["append", "--from", "later", "--log", "older.sqlite"], environment: settings)
      #expect(refused.status == 1, "\(refused.messages)")
      #expect(try desk.run("status", "--log", "older.sqlite").output.contains("head           2\n"))
    }
  }

  @Test("what cannot be remembered is not signed, and is recorded all the same")
  func noMemory() throws {
    let settings = ["XDG_STATE_HOME": "\(desk.path)/later"]
    let flags = ["append", "company_registered", "--company", "b", "--name", "B"]
    let recorded = try desk.run(flags, environment: settings)
    #expect(recorded.status == 0, "\(recorded.messages)")
    let id = recorded.output.split(separator: " ")[1]
    #expect(recorded.output == "recorded \(id) at 3; the head is 3\n")
    let says = recorded.messages
    let folder = "\(desk.path)/later/stance"
    #expect(says.hasPrefix("stance: not signed: cannot create \(folder)"), "\(says)")
    #expect(says.hasSuffix("; what was recorded stays, and 'stance checkpoint' signs it\n"))
    let again = try desk.run(flags)
    #expect(again.output == "already recorded as \(id) at 3; give --id to record it again\n")
    #expect(again.status == 0 && again.messages.isEmpty, "\(again.messages)")
    #expect(try desk.run("verify").output.contains("unsigned: the last 0"))
  }

  @Test("the ids of the log's own keys are refused from everyone else")
  func idsOfKeys() throws {
    let refused = try desk.run(
      "append", "company_registered", "--id", "log-key-1", "--company", "b", "--name", "B",
      "--country", "CN")
    #expect(refused.status == 65)
    #expect(
      refused.messages.contains("ids that begin with 'log-key-' are those of the log's own keys"))
    #expect(try desk.head() == 2)
  }
}
