import Foundation
import TestSupport
import Testing

@Suite("A program that is started without HOME")
struct HomeTests {
  @Test("looks for its files where the user's home is, not in the working folder")
  func unset() throws {
    let desk = try Desk()
    let home = try desk.bash("getent passwd $(id -u) | cut -d: -f6").firstLine
    try #require(home.hasPrefix("/"))
    for unset in ["env -u HOME", "env HOME= ", "env HOME=relative"] {
      let shown = try desk.bash("\(unset) \"$stance\" key show")
      #expect(
        shown.status == 0 || shown.messages.contains("'\(home)/.config/stance/key'"),
        "\(shown.messages)")
    }
    #expect(try desk.bash("ls -A | grep -F -e .config -e .local").output.isEmpty)
  }

  @Test("records in a log that was never signed, and answers, whatever its home is")
  func works() throws {
    let desk = try Desk()
    let file = try desk.write([company("later").line])
    let outcome = try desk.bash(
      "unset HOME; \"$stance\" append --from \(file) && \"$stance\" posture && \"$stance\" verify")
    #expect(outcome.status == 0, "\(outcome.messages)")
  }
}
