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
