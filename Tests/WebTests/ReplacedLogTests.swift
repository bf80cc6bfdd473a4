import JSON
import EventLog
import Files
import HTTPTypes
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("A log that is replaced or removed while it is served")
struct ReplacedLogTests {
  private func expectRefusals(of fixture: SiteFixture) async throws {
    for address in [
      "/health", "/board", "/board.json", "/board.json?at=4&to=2022-05-31", "/api/events", "/live",
      "/timegate/board", "/timemap/board",
    ] {
      let answer = await fixture.get(address)
      #expect(answer.status == .serviceUnavailable, "\(address)")
      #expect(try answer.json["code"]?.string == "log_replaced", "\(address)")
      #expect(!answer.text.contains(fixture.log.path))
    }
    let posted = await fixture.send(
      .post, "/api/events",
      [.contentType: "application/json", .authorization: "Bearer \(SiteFixture.token)"],
      body: company("xiaomi", name: "Xiaomi").line)
    #expect(posted.status == .serviceUnavailable)
    #expect(try posted.json["code"]?.string == "log_replaced")
  }

  @Test("by a restored backup: nothing is answered or recorded, also what was kept")
  func restored() async throws {
    let fixture = try SiteFixture()
    let backup = fixture.log.path + ".backup"
    try fixture.log.backup(to: backup)
    #expect(await fixture.get("/board.json?at=4&to=2022-05-31").status == .ok)
    try fixture.moveLog()
    try moveExclusively(backup, to: fixture.log.path)
    try await expectRefusals(of: fixture)
    #expect(try EventLog.open(at: fixture.log.path, for: .reading).read { try $0.head } == 4)
  }

  @Test("by nothing: nothing is answered or recorded")
  func removed() async throws {
    let fixture = try SiteFixture()
    #expect(await fixture.get("/board.json?at=4&to=2022-05-31").status == .ok)
    removeFile(fixture.log.path)
    try await expectRefusals(of: fixture)
    #expect(try FileStatus.ifThere(fixture.log.path) == nil)
  }

  @Test("its listeners' streams end")
  func streamsEnd() async throws {
    let fixture = try SiteFixture()
    let feed = fixture.site.context.live
    let wakes = try feed.listen()
    let serving = Task { try await feed.run() }
    removeFile(fixture.log.path)
    for await _ in wakes {}
    serving.cancel()
    try await serving.value
  }

  @Test("a log that is put back is served again")
  func putBack() async throws {
    let fixture = try SiteFixture()
    let away = fixture.log.path + ".away"
    try moveExclusively(fixture.log.path, to: away)
    #expect(await fixture.get("/health").status == .serviceUnavailable)
    try moveExclusively(away, to: fixture.log.path)
    #expect(await fixture.get("/health").status == .ok)
  }
}
