import EventLog
import Stances
import TestSupport
import Testing

@Suite("A clock that was set back")
struct ClockTests {
  @Test("append says that it was held back, status and verify that the last time is still to come")
  func steppedBack() throws {
    let desk = try Desk()
    let log = try EventLog.open(at: "\(desk.path)/stance.sqlite", for: .appending)
    // 2099-01-01.
    let ahead = Timestamp(milliseconds: 4_070_908_800_000)
    try log.append(
      [company("ahead").proposed()], as: AppendRequest(recorder: "desk", clock: { ahead }))

    _ = try desk.write([company("later").line], to: "later")
    let appended = try desk.run("append", "--from", "later")
    #expect(appended.status == 0)
    #expect(appended.output.hasPrefix("recorded later-company-registered at 3"))
    #expect(appended.messages.hasPrefix("stance: the clock says 20"))
    let says = "and the log's last event is recorded later, at 2099-01-01T00:00:00.000Z"
    #expect(appended.messages.contains(says))
    #expect(try desk.run("status").output.contains(says))
    let verified = try desk.run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains(says))
    for command in ["status", "verify"] {
      let json = try desk.run(command, "--json").output
      #expect(json.contains(#""last": "2099-01-01T00:00:00.000Z""#), "\(json)")
    }
  }

  @Test("a clock that runs forwards is not spoken of")
  func sound() throws {
    let desk = try Desk()
    for command in ["status", "verify"] {
      #expect(try !desk.run(command).output.contains("the clock says"))
      #expect(try desk.run(command, "--json").output.contains(#""steppedClock": null"#))
    }
  }
}
