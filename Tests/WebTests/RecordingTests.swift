import JSON
import Dispatch
import EventLog
import Glibc
import HTTPTypes
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("Events over the network")
struct RecordingTests {
  private let event = company("xiaomi", name: "Xiaomi").line

  private func fields(_ mediaType: String = "application/json", token: String = SiteFixture.token)
    -> HTTPFields
  {
    [.contentType: mediaType, .authorization: "Bearer \(token)"]
  }

  @Test("an event is recorded in the name of the token's bearer, once")
  func eventIsRecorded() async throws {
    let fixture = try SiteFixture()
    let first = await fixture.send(.post, "/api/events", fields(), body: event)
    #expect(first.status == .created)
    #expect(try first.json["head"]?.integer == 5)
    #expect(try fixture.log.read { try $0.event(at: 5)?.recorder } == "night desk")
    let again = await fixture.send(.post, "/api/events", fields(), body: event)
    #expect(again.status == .ok)
    #expect(try again.json["events"]?.firstElement?["wasThere"]?.bool == true)
    #expect(try again.json["head"]?.integer == 5)
  }

  @Test("a batch is recorded whole, as an array over lines or as JSON Lines")
  func batchIsRecorded() async throws {
    let other = company("oppo", name: "Oppo").line
    for (mediaType, body) in [
      ("application/json", "[\n  \(event),\n  \(other)\n]"),
      ("application/x-ndjson; charset=utf-8", "\(event)\n\(other)\n"),
    ] {
      let answer = try await SiteFixture().send(.post, "/api/events", fields(mediaType), body: body)
      #expect(answer.status == .created)
      #expect(try answer.json["recorded"]?.integer == 2)
    }
  }

  @Test(
    "without a valid token nothing is recorded",
    arguments: ["", "Bearer ", "Bearer other", "Basic stance-test", "Bearer stance-test more"])
  func tokenIsNeeded(authorization: String) async throws {
    let fixture = try SiteFixture()
    let answer = await fixture.send(
      .post, "/api/events",
      [.contentType: "application/json", .authorization: authorization], body: event)
    #expect(answer.status == .unauthorized)
    #expect(answer.fields[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
    #expect(try fixture.log.read { try $0.head } == 4)
  }

  @Test("a token whose last day is over is refused with words that say so, as soon as it is")
  func expiredToken() async throws {
    let fixture = try SiteFixture()
    // The recorder's clock is at ten in the evening of 2022-05-10.
    for (day, status) in [("2022-05-09", 401), ("2022-05-10", 201)] {
      try fixture.setTokens(
        "6c4728a8c074108263ea3c2ff29e57b818a5a0eded5d1542f1ae10fe6ea17c2b:\(day) desk\n")
      let answer = await fixture.send(.post, "/api/events", fields(), body: event)
      #expect(answer.status.code == status)
      #expect(answer.text.contains("expired at the end of \(day)") == (status == 401))
    }
  }

  @Test("a token is looked up while appends wait")
  func tokensDoNotWait() async throws {
    let fixture = try SiteFixture()
    let log = fixture.site.context.log
    let (opened, open) = AsyncStream.makeStream(of: Void.self)
    let waiting = DispatchSemaphore(value: 0)
    async let append: Void = log.write {
      open.finish()
      waiting.wait()
    }
    for await _ in opened {}
    let refused = await fixture.send(.post, "/api/events", fields(token: "other"), body: event)
    #expect(refused.status == .unauthorized)
    waiting.signal()
    try await append
  }

  @Test("a pipe in place of the tokens is a fault of the server, at once")
  func pipeOfTokens() async throws {
    let fixture = try SiteFixture()
    try fixture.setTokens(nil)
    #expect(mkfifo(fixture.tokensPath, 0o600) == 0)
    let answer = await fixture.send(.post, "/api/events", fields(), body: event)
    #expect(answer.status == .serviceUnavailable)
  }

  @Test("a server that takes no events says so")
  func recordingCanBeOff() async throws {
    let answer = try await SiteFixture(takesEvents: false).send(
      .post, "/api/events", fields(), body: event)
    #expect(answer.status == .forbidden)
  }

  @Test("a dry run checks and records nothing")
  func dryRunRecordsNothing() async throws {
    let fixture = try SiteFixture()
    let answer = await fixture.send(.post, "/api/events?dryRun=true", fields(), body: event)
    #expect(answer.status == .ok)
    #expect(try answer.json["dryRun"]?.bool == true)
    #expect(try fixture.log.read { try $0.head } == 4)
  }

  @Test("a preview says what would change, records nothing, and goes with a dry run")
  func preview() async throws {
    let fixture = try SiteFixture()
    let cut = silentReduction("lenovo", .exited, on: "2022-05-02").line
    let answer = await fixture.send(
      .post, "/api/events?dryRun=true&preview=true", fields(), body: cut)
    #expect(answer.status == .ok)
    let changes = try answer.json["preview"]?["changes"]
    #expect(changes?.count ?? 0 > 0)
    #expect(try fixture.log.read { try $0.head } == 4)
    let refused = await fixture.send(.post, "/api/events?preview=true", fields(), body: cut)
    #expect(refused.status == .badRequest)
    #expect(try fixture.log.read { try $0.head } == 4)
  }

  @Test("conditions that do not hold, and ids with other content, are conflicts")
  func conflictsAreTold() async throws {
    let fixture = try SiteFixture()
    for query in ["expectHead=3", "expectNothingSince=2&company=lenovo"] {
      let answer = await fixture.send(.post, "/api/events?\(query)", fields(), body: event)
      #expect(answer.status == .conflict)
      #expect(try answer.json["code"]?.string == "condition_broken")
    }
    let held = await fixture.send(.post, "/api/events?expectHead=4", fields(), body: event)
    #expect(held.status == .created)
    let other = company("xiaomi", name: "Other").line
    let conflict = await fixture.send(.post, "/api/events", fields(), body: other)
    #expect(conflict.status == .conflict)
    #expect(try conflict.json["position"]?.integer == 5)
  }

  @Test("an event that is refused is reported with its place, and nothing of its batch is recorded")
  func refusalsAreTold() async throws {
    let fixture = try SiteFixture()
    let wrong = company("oppo", name: "Oppo").with("country", "China").line
    let lines = await fixture.send(
      .post, "/api/events", fields("application/jsonl"), body: "\(event)\n\(wrong)\n")
    #expect(lines.status == .unprocessableContent)
    #expect(try lines.json["line"]?.integer == 2)
    #expect(try lines.json["path"]?.string == "country")
    let array = await fixture.send(
      .post, "/api/events", fields(), body: "[\n\(event),\n\n\(wrong)]")
    #expect(array.status == .unprocessableContent)
    #expect(try array.json["line"]?.integer == 4)
    let unknown = announcement("unheard-of", .operating, on: "2022-05-01").line
    let answer = await fixture.send(.post, "/api/events", fields(), body: unknown)
    #expect(answer.status == .unprocessableContent)
    for body in ["", "{", "[]x", "3", "\u{FEFF}{}"] {
      let answer = await fixture.send(.post, "/api/events", fields(), body: body)
      #expect(answer.status == .unprocessableContent, "\(body)")
    }
    #expect(try fixture.log.read { try $0.head } == 4)
  }

  @Test("all faults come as JSON, and so do warnings, which 'strict' refuses")
  func faultsAndWarnings() async throws {
    let fixture = try SiteFixture()
    let wrong = (1...3).map { company("c\($0)", name: "C\($0)").with("country", "China").line }
    let refused = await fixture.send(
      .post, "/api/events", fields("application/jsonl"),
      body: (wrong + ["{"]).joined(separator: "\n"))
    #expect(refused.status == .unprocessableContent)
    let faults = try refused.json["faults"]?.elements ?? []
    #expect(faults.map { $0["count"]?.integer } == [3, 1])
    #expect(faults.first?["line"]?.integer == 1)
    #expect(faults.first?["path"]?.string == "country")
    let ungraded = silentReduction("Lenovo", .reducing, on: "2022-04-01", grade: "F6").line
    let strict = await fixture.send(.post, "/api/events?strict=true", fields(), body: ungraded)
    #expect(strict.status == .unprocessableContent)
    let taken = await fixture.send(.post, "/api/events", fields(), body: ungraded)
    #expect(taken.status == .created)
    #expect(
      try taken.json["warnings"]?.firstElement?["detail"]?.string?.contains("F6 counts for nothing")
        == true)
    #expect(
      try taken.json["notes"]?.firstElement?["detail"]?.string
        == "'Lenovo' is read as 'lenovo' (Lenovo)")
  }

  @Test("a body of another kind is refused")
  func mediaTypeIsNeeded() async throws {
    for mediaType in ["text/plain", "", "application/xml"] {
      let answer = try await SiteFixture().send(
        .post, "/api/events", fields(mediaType), body: event)
      #expect(answer.status == .unsupportedMediaType)
    }
  }

  @Test("the events are read in parts that omit nothing, whatever the part's size")
  func eventsAreReadInParts() async throws {
    let fixture = try SiteFixture()
    for limit in 1...5 {
      var found: [Int64] = []
      var address: String? = "/api/events?limit=\(limit)"
      while let here = address {
        let part = try await fixture.get(here).json
        found += part["events"]?.elements.compactMap { $0["position"]?.integer } ?? []
        address = part["next"]?.string
      }
      #expect(found == [1, 2, 3, 4])
    }
    let one = try await fixture.get("/api/events?type=silent_reduction&company=Lenovo").json
    #expect(one["events"]?.count == 1)
    #expect(one["next"]?.kind == .null)
  }
}
