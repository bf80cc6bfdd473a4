import EventLog
import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing

@testable import Web

@Suite("Proposals over the network: who may do what")
struct ProposalTests {
  private let cut = silentReduction("lenovo", .exited, on: "2022-05-02")

  /// SHA-256 of "propose", "review", "record" and "other", with who bears them.
  private static let tokens = """
    12df7f0ee89f9d7f17fb8e881e8b568794603af2a9d53c1d0379d2c588792a50 propose A. Intern
    c97ace4c8fef2cee8fa0f3c9f52aab18dbd4f42438afe362ffb8f75ce4c04b84 review B. Reviewer
    70ce871f8a3d3fb449bc3c3ace6547cef02dfc74ffe48d912532a724bfdbe5b9 record C. Editor
    d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa propose D. Other

    """

  private func fixture(needsTwoPeople: Bool = false) throws -> SiteFixture {
    let fixture = try SiteFixture(needsTwoPeople: needsTwoPeople)
    try fixture.setTokens(Self.tokens)
    return fixture
  }

  private func fields(_ token: String) -> HTTPFields {
    [.contentType: "application/json", .authorization: "Bearer \(token)"]
  }

  private func propose(
    _ event: TestEvent, as token: String, in fixture: SiteFixture
  ) async throws -> String {
    let answer = await fixture.send(
      .post, "/api/proposals?why=It%20was%20reported", fields(token), body: event.line)
    #expect(answer.status == .created, "\(answer.text)")
    let address = try #require(answer.fields[.location])
    #expect(try answer.json["id"]?.string.map { "/api/proposals/\($0)" } == address)
    return address
  }

  @Test("what one proposes another accepts, having seen what it would change")
  func acceptance() async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "propose", in: fixture)
    #expect(try fixture.log.read { try $0.head } == 4)
    let shown = await fixture.get(address, fields("review"))
    #expect(shown.fields[.cacheControl] == "no-store")
    let now = try #require(try shown.json["now"])
    #expect(now["outcome"]?.string == "records")
    #expect(now["receipt"]?["preview"]?["changes"]?.elements.isEmpty == false)
    let head = try #require(now["expectHead"]?.integer)
    let fingerprint = try #require(now["expectPreview"]?.string)
    let answer = await fixture.send(
      .post, "\(address)/accept", fields("review"),
      body: #"{"expectHead":\#(head),"expectPreview":"\#(fingerprint)"}"#)
    #expect(answer.status == .ok, "\(answer.text)")
    let recorded = try #require(try fixture.log.read { try $0.event(at: 5) })
    #expect((recorded.recorder, recorded.proposer) == ("B. Reviewer", "A. Intern"))
    let again = await fixture.send(
      .post, "\(address)/accept", fields("review"), body: #"{"expectHead":\#(head)}"#)
    #expect(again.status == .conflict)
    #expect(try again.json["code"]?.string == "proposal_decided")
    #expect(again.text.contains("accepted by B. Reviewer"))
  }

  @Test(
    "each role may do what its word says, and no more",
    arguments: [
      // Who asks, and the answers to: recording, proposing, accepting another's, rejecting another's,
      // accepting one's own, withdrawing one's own.
      ("propose", [403, 201, 403, 403, 403, 200]), ("review", [403, 201, 200, 200, 403, 200]),
      ("record", [201, 201, 200, 200, 200, 200]),
    ])
  func rights(token: String, expected: [Int]) async throws {
    let fixture = try fixture()
    var number = 0
    func event() -> TestEvent {
      number += 1
      return cut.with("id", "event-\(number)").with("note", "Number \(number).")
    }
    var found: [Int] = []
    var decided: String {
      let head = (try? fixture.log.read { try $0.head })?.number ?? 0
      return #"{"expectHead":\#(head),"reason":"It is about another company."}"#
    }
    func ask(_ target: String, _ body: String = "") async {
      found.append(await fixture.send(.post, target, fields(token), body: body).status.code)
    }
    await ask("/api/events", event().line)
    await ask("/api/proposals", event().line)
    for decision in ["accept", "reject"] {
      let others = try await propose(event(), as: "other", in: fixture)
      await ask("\(others)/\(decision)", decided)
    }
    for decision in ["accept", "withdraw"] {
      let own = try await propose(event(), as: token, in: fixture)
      await ask("\(own)/\(decision)", decided)
    }
    #expect(found == expected)
  }

  @Test("with two people no one records alone, neither straight nor by accepting their own")
  func twoPeople() async throws {
    let fixture = try fixture(needsTwoPeople: true)
    let straight = await fixture.send(.post, "/api/events", fields("record"), body: cut.line)
    #expect(straight.status == .forbidden)
    #expect(straight.text.contains("two people"))
    let tried = await fixture.send(
      .post, "/api/events?dryRun=true", fields("propose"), body: cut.line)
    #expect(tried.status == .ok)
    let own = try await propose(cut, as: "record", in: fixture)
    let seen = #"{"expectHead":4}"#
    let alone = await fixture.send(.post, "\(own)/accept", fields("record"), body: seen)
    #expect(alone.status == .forbidden)
    #expect(try alone.json["code"]?.string == "own_proposal")
    #expect(try fixture.log.read { try $0.head } == 4)
    let unseen = await fixture.send(.post, "\(own)/accept", fields("review"))
    #expect(unseen.status == .unprocessableContent)
    #expect(unseen.text.contains("look at the proposal first"))
    let second = await fixture.send(.post, "\(own)/accept", fields("review"), body: seen)
    #expect(second.status == .ok)
  }

  @Test("one who may only propose sees their own proposals and not that there are others")
  func ownOnly() async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "other", in: fixture)
    for target in [address, "\(address)/withdraw"] {
      let method: HTTPRequest.Method = target == address ? .get : .post
      let answer = await fixture.send(method, target, fields("propose"))
      #expect(answer.status == .notFound)
      #expect(!answer.text.contains("D. Other"))
    }
    let list = await fixture.get("/api/proposals", fields("propose"))
    #expect(try list.json["proposals"]?.elements.isEmpty == true)
    let all = await fixture.get("/api/proposals", fields("review"))
    #expect(try all.json["proposals"]?.elements.count == 1)
    #expect(try all.json["proposals"]?.firstElement?["why"]?.string == "It was reported")
    for target in ["/api/proposals", address, "/inbox.atom"] {
      #expect(await fixture.get(target).status == .unauthorized)
    }
  }

  @Test("a reviewer who looked before the record moved on is told to look again")
  func movedOn() async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "propose", in: fixture)
    let news = announcement("lenovo", .exiting, on: "2022-05-01").line
    #expect(
      await fixture.send(.post, "/api/events", fields("record"), body: news).status == .created)
    let late = await fixture.send(
      .post, "\(address)/accept", fields("review"), body: #"{"expectHead":4}"#)
    #expect(late.status == .conflict)
    #expect(try late.json["code"]?.string == "record_moved_on")
    #expect(late.text.contains("look at it again"))
  }

  @Test("a reason is needed to turn down, and is kept for its proposer")
  func rejection() async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "propose", in: fixture)
    let without = await fixture.send(.post, "\(address)/reject", fields("review"))
    #expect(without.status == .badRequest)
    #expect(without.text.contains("'reason'"))
    let rejected = await fixture.send(
      .post, "\(address)/reject", fields("review"), body: #"{"reason":"Not this company."}"#)
    #expect(rejected.status == .ok)
    let shown = await fixture.get(address, fields("propose"))
    #expect(try shown.json["decision"]?["reason"]?.string == "Not this company.")
    let list = await fixture.get("/api/proposals?state=rejected", fields("propose"))
    #expect(try list.json["proposals"]?.elements.count == 1)
  }

  @Test("a reviewer's own events are recorded in place of those proposed")
  func revision() async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "propose", in: fixture)
    let answer = await fixture.send(
      .post, "\(address)/accept", fields("review"),
      body: #"{"expectHead":4,"events":[\#(cut.with("level", "suspended").line)]}"#)
    #expect(answer.status == .ok, "\(answer.text)")
    #expect(try answer.json["proposal"]?["revision"]?["by"]?.string == "B. Reviewer")
    let recorded = try #require(try fixture.log.read { try $0.event(at: 5) })
    #expect(String(decoding: recorded.bytes, as: UTF8.self).contains("suspended"))
  }

  @Test(
    "a body that cannot be used is refused with words, and nothing is recorded",
    arguments: [
      "{", "[]", #"{"expectHead":"4"}"#, #"{"expectHead":-1}"#, #"{"events":{}}"#, #"{"all":true}"#,
      #"{"expectHead":4,"events":[]}"#, #"{"expectHead":4,"events":[{}]}"#,
      #"{"expectHead":4,"events":[1]}"#, #"{"reason":1}"#, "{}",
    ])
  func badBody(body: String) async throws {
    let fixture = try fixture()
    let address = try await propose(cut, as: "propose", in: fixture)
    let answer = await fixture.send(.post, "\(address)/accept", fields("review"), body: body)
    #expect(answer.status == .unprocessableContent, "\(answer.status) \(answer.text)")
    #expect(try fixture.log.read { try $0.head } == 4)
    #expect(try await fixture.get(address, fields("review")).json["decision"] == nil)
  }

  @Test("the feed has what waits, and takes the token as a password")
  func feed() async throws {
    let fixture = try fixture()
    _ = try await propose(cut.with("note", "<b>Bold</b>"), as: "propose", in: fixture)
    // "anyone:review" in Base64.
    for authorization in ["Bearer review", "Basic YW55b25lOnJldmlldw=="] {
      let feed = await fixture.get("/inbox.atom", [.authorization: authorization])
      #expect(feed.status == .ok)
      #expect(feed.text.contains("<title>A. Intern proposes silent_reduction lenovo"))
    }
    let refused = await fixture.get("/inbox.atom", [.authorization: "Basic YW55b25lOm5v"])
    #expect(refused.status == .unauthorized)
    #expect(refused.fields[.wwwAuthenticate]?.contains("Basic") == true)
  }

  @Test("a server that takes no events takes no proposals")
  func recordingOff() async throws {
    let fixture = try SiteFixture(takesEvents: false)
    for (method, target) in [
      (HTTPRequest.Method.post, "/api/proposals"), (.get, "/api/proposals"),
      (.post, "/api/proposals/1234/accept"), (.get, "/inbox.atom"),
    ] {
      #expect(await fixture.send(method, target, fields("record")).status == .forbidden)
    }
  }
}
