import HTTPTypes
import Stances
import Testing
@testable import Web

@Suite("Answers that are kept")
struct AnswerCacheTests {
  @Test("however many ask at once, an answer is made once")
  func answersAreMadeOnce() async throws {
    let cache = AnswerCache(capacity: 1 << 20, mostInMaking: 1)
    let made = Counter()
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 {
        group.addTask {
          let answer = try await cache.answer("key") {
            await made.add()
            try await Task.sleep(for: .milliseconds(50))
            return WebAnswer(.ok, "text/plain", "content".utf8)
          }
          #expect(answer.text == "content")
        }
      }
      try await group.waitForAll()
    }
    #expect(await made.count == 1)
  }

  @Test("what fails is reported to all who ask, and made again for the next")
  func failuresAreNotKept() async throws {
    let cache = AnswerCache(capacity: 1 << 20, mostInMaking: 1)
    await #expect(throws: RequestError.recordingOff) {
      try await cache.answer("key") { throw RequestError.recordingOff }
    }
    let answer = try await cache.answer("key") { WebAnswer(.ok, "text/plain", "now".utf8) }
    #expect(answer.text == "now")
  }

  @Test(
    "only a few are made at once, no matter who has gone meanwhile; later requests may join")
  func makingIsBounded() async throws {
    let cache = AnswerCache(capacity: 1 << 20, mostInMaking: 2)
    let (made, opened) = (Counter(), Counter())
    try await withThrowingTaskGroup { group in
      for key in ["one", "other", "one", "other"] {
        group.addTask {
          let answer = try await cache.answer(key) {
            await made.add()
            while await opened.count == 0 { try await Task.sleep(for: .milliseconds(5)) }
            return WebAnswer(.ok, "text/plain", key.utf8)
          }
          #expect(answer.text == key)
        }
      }
      while await made.count < 2 { await Task.yield() }
      await #expect(throws: RequestError.tooManyQueries(limit: 2)) {
        try await cache.answer("third") { WebAnswer(.ok, "text/plain", "third".utf8) }
      }
      await opened.add()
      try await group.waitForAll()
    }
    let third = try await cache.answer("third") { WebAnswer(.ok, "text/plain", "third".utf8) }
    #expect(third.text == "third")
    #expect(Problem(RequestError.tooManyQueries(limit: 2)).status == .serviceUnavailable)
    #expect(Problem(RequestError.tooManyQueries(limit: 2)).fields[.retryAfter] == "5")
  }

  @Test("there is never more kept than there is room for, and the newest stays")
  func roomIsBounded() async throws {
    let cache = AnswerCache(capacity: 100_000, mostInMaking: 1)
    for number in 0..<100 {
      _ = try await cache.answer("\(number)") {
        WebAnswer(.ok, "text/plain", [UInt8](repeating: 0, count: 9_000))
      }
      #expect(cache.size <= 100_000)
    }
    let kept = try await cache.answer("99") { WebAnswer(.ok, "text/plain", "new".utf8) }
    #expect(kept.length == 9_000)
    let gone = try await cache.answer("0") { WebAnswer(.ok, "text/plain", "new".utf8) }
    #expect(gone.text == "new")
  }
}

private actor Counter {
  private(set) var count = 0

  func add() { count += 1 }
}
