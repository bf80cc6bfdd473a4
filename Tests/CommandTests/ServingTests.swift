import TestSupport
import Testing

@Suite("A server as it starts")
struct ServingTests {
  /// What a server that is ended after a moment writes.
  private func served(_ flags: String, limit: String) throws -> Outcome {
    let desk = try Desk()
    return try desk.bash(
      "ulimit \(limit) && exec timeout 2 $stance serve --listen 127.0.0.1:0 \(flags)",
      environment: ["HOME": desk.path])
  }

  @Test("that may have few files open takes fewer clients, and says so")
  func fewFiles() throws {
    let outcome = try served("", limit: "-n 256")
    #expect(outcome.output.hasPrefix("serving http://127.0.0.1:"))
    #expect(outcome.messages.contains(#""event":"few_connections""#), "\(outcome.messages)")
    #expect(outcome.messages.contains("LimitNOFILE"))
  }

  @Test("that may raise the limit does so")
  func raised() throws {
    let outcome = try served("", limit: "-Sn 256")
    #expect(outcome.output.hasPrefix("serving http://127.0.0.1:"))
    #expect(!outcome.messages.contains("few_connections"), "\(outcome.messages)")
  }

  @Test(
    "memory and time that are too small are refused",
    arguments: ["--memory 255", "--memory many", "--answer-time 0"])
  func flags(flags: String) throws {
    let outcome = try served(flags, limit: "-n 256")
    #expect(outcome.status == 64)
  }
}
