import TestSupport
import Testing

@Suite("Tokens for recording over the network")
struct TokenTests {
  @Test(
    "a name that a line cannot hold is refused before anything is written",
    arguments: ["", " ", " desk", "desk ", "night\ndesk", "desk\r"])
  func names(name: String) throws {
    let desk = try Desk()
    let refused = try desk.run("token", "new", "--recorder", name)
    #expect(refused.status == 64)
    #expect(refused.messages.contains("The recorder's name is one line"), "\(refused.messages)")
    #expect(try desk.bash("test -e config/stance/tokens").status == 1)
  }

  @Test("tokens are listed without themselves, and revoked by name or fingerprint")
  func listedAndRevoked() throws {
    let desk = try Desk()
    #expect(try desk.run("token", "list").output == "no tokens\n")
    let night = try desk.run("token", "new", "--recorder", "night desk").firstLine
    let day = try desk.run(
      "token", "new", "--recorder", "day desk", "--expires", "2999-12-31"
    ).firstLine
    let list = try desk.run("token", "list")
    let lines = list.output.split(separator: "\n")
    #expect(
      lines.map { $0.dropFirst(14) } == [
        "no end              record   night desk", "until 2999-12-31    record   day desk",
      ])
    #expect(!list.output.contains(night) && !list.output.contains(day))
    let fingerprint = String(lines[1].prefix(12))
    let revoked = try desk.run("token", "revoke", fingerprint)
    #expect(revoked.output == "revoked \(fingerprint) (day desk)\n")
    let again = try desk.run("token", "revoke", fingerprint)
    #expect(again.status == 66)
    #expect(again.messages.contains("'stance token list' shows them"))
    #expect(try desk.run("token", "revoke", "night desk").status == 0)
    #expect(try desk.run("token", "list").output == "no tokens\n")
  }

  @Test("a last day that is over or is none is refused", arguments: ["2022-05-06", "soon"])
  func lastDay(day: String) throws {
    let desk = try Desk()
    #expect(try desk.run("token", "new", "--expires", day).status == 64)
    #expect(try desk.bash("test -e config/stance/tokens").status == 1)
  }

  @Test("a pipe in place of the tokens is refused at once")
  func pipe() throws {
    let desk = try Desk()
    #expect(
      try desk.bash("mkdir -p config/stance && mkfifo -m 600 config/stance/tokens").status == 0)
    for words in [["new"], ["list"], ["revoke", "desk"]] {
      let refused = try desk.run(["token"] + words)
      #expect(refused.status == 66)
      #expect(refused.messages.contains("not a file"), "\(refused.messages)")
    }
  }

  @Test("a line without a token shuts no one out, and is reported when the next token is made")
  func brokenLine() throws {
    let desk = try Desk()
    let first = try desk.run("token", "new", "--recorder", "night desk")
    #expect(first.status == 0 && first.messages.isEmpty)
    let hash = try desk.bash("cut -d ' ' -f 1 config/stance/tokens").output.dropLast()
    #expect(try desk.bash("echo '\(hash) ' >> config/stance/tokens").status == 0)
    let second = try desk.run("token", "new", "--recorder", "day desk")
    #expect(second.status == 0)
    #expect(
      second.messages.contains("/tokens', line 2, is not a hash with a name and is ignored"))
  }
}
