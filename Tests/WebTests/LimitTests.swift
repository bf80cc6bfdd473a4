import EventLog
import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing
@testable import Web

@Suite("How much time and memory answers may take")
struct LimitTests {
  private func limited(_ change: (inout ServerLimits) -> Void) throws -> SiteFixture {
    var limits = ServerLimits()
    change(&limits)
    return try SiteFixture(limits: limits)
  }

  @Test(
    "an answer that would be too long is refused, in every format, with words on how to ask for less",
    arguments: [
      "/board", "/board.txt", "/board.md", "/board.csv", "/board.json", "/board.svg", "/board.ics",
      "/board.atom", "/board.timelinejs", "/board.vega-lite", "/events.json", "/replay.json",
      "/timeline", "/api/events",
    ])
  func tooLong(address: String) async throws {
    let answer = try await limited { $0.answerBytes = 100 }.get(address)
    #expect(answer.status == .contentTooLarge)
    #expect(try answer.json["code"]?.string == "answer_too_long")
    #expect(answer.text.contains("limit and after"))
    #expect(try await limited { _ in }.get(address).status == .ok)
  }

  @Test("an answer that would gather too much is refused before it is written")
  func gathersTooMuch() async throws {
    for address in ["/events.json", "/posture.csv", "/replay.json", "/timeline.txt", "/api/events"]
    {
      let answer = try await limited { $0.makingBytes = 4_000 }.get(address)
      #expect(answer.status == .contentTooLarge, "\(address)")
    }
  }

  @Test("if other answers take all the room, the next is refused for now, and then is not")
  func noRoom() async throws {
    let fixture = try limited { $0.heldBytes = 300_000 }
    let site = fixture.site.context
    var others: [TakenRoom] = try (0..<2).map { _ in try site.hold(150_000) }
    #expect(others.count == 2)
    let refused = await fixture.get("/api/events")
    #expect(refused.status == .serviceUnavailable)
    #expect(try refused.json["code"]?.string == "no_room")
    #expect(refused.fields[.retryAfter] == "5")
    others = []
    #expect(await fixture.get("/events.json").status == .ok)
  }

  @Test("an answer takes room until no one has it any more, and then none")
  func roomIsGivenBack() async throws {
    let fixture = try limited { $0.cachedBytes = 0 }
    let site = fixture.site.context
    var answer: WebAnswer? = await fixture.get("/board.json")
    #expect(site.heldRoom.size == answer?.length)
    answer = nil
    // The task that made it may be about to end.
    for _ in 0..<100 where site.heldRoom.size > 0 { try await Task.sleep(for: .milliseconds(10)) }
    #expect(site.heldRoom.size == 0)
    #expect(answer?.length == nil)
  }

  @Test("what is kept for the next who asks makes room for what someone waits for")
  func keptMakesRoom() async throws {
    let fixture = try limited { $0.heldBytes = 150_000 }
    for address in ["/board", "/timeline", "/events", "/replay", "/posture", "/measures"] {
      for ending in ["", ".json", ".txt", ".md"] {
        #expect(await fixture.get(address + ending).status == .ok, "\(address)\(ending)")
      }
    }
    #expect(fixture.site.context.heldRoom.size <= 150_000)
  }

  @Test("large parts leave an eighth of a room for small ones; each is given back once")
  func roomsAreCounted() throws {
    let room = AnswerRoom(capacity: 8_000_000)
    var large: TakenRoom? = try room.take(6_000_000)
    #expect(throws: RequestError.noRoom) { try room.take(1_500_000) }
    let small = try (0..<10).map { _ in try room.take(200_000) }
    #expect(throws: RequestError.noRoom) { try room.take(1) }
    #expect(room.size == 8_000_000)
    #expect(throws: RequestError.noRoom) { try large?.grow(by: 1) }
    large = nil
    #expect(room.size == 2_000_000)
    try small[0].grow(by: 100)
    #expect(room.size == 2_000_100)
    withExtendedLifetime((large, small)) {}
  }

  @Test("an answer that is not ready in time is given up, and the next question is answered")
  func outOfTime() async throws {
    let slow = try limited { $0.makingSeconds = 0 }
    for address in ["/board", "/replay.json", "/search?q=lenovo", "/event/lenvo", "/api/events"] {
      let answer = await slow.get(address)
      #expect(answer.status == .serviceUnavailable, "\(address)")
      #expect(try answer.json["code"]?.string == "answer_time_over")
      #expect(answer.fields[.retryAfter] == "60")
    }
    #expect(await slow.get("/health").status == .ok)
  }

  @Test("the shares of the memory that a server may use leave some of it")
  func shares() {
    let limits = ServerLimits(memory: 256)
    #expect(limits.answerBytes == 16 << 20)
    #expect(limits.cachedBytes < limits.heldBytes)
    #expect(limits.makingBytes + limits.heldBytes <= 256 << 20)
  }

  @Test("fewer clients may be connected if few files may be open, and the usual number otherwise")
  func openFiles() {
    var limits = ServerLimits()
    var isLowered = limits.fit(openFiles: 100_000)
    #expect(!isLowered && limits.connections == 1_000)
    isLowered = limits.fit(openFiles: 512)
    #expect(isLowered && (1..<448).contains(limits.connections))
    #expect(limits.listeners <= limits.connections / 2)
    isLowered = limits.fit(openFiles: 1)
    #expect(isLowered && limits.connections == 1)
  }
}
