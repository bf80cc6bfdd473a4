import Answers
import Custody
import EventLog
package import Stances

/// What every route uses: the log, the clock, and what the site was started with.
struct SiteContext: Sendable {
  let log: ServedLog
  let live: LiveFeed
  /// What records events; nil if none are accepted.
  let recorder: NetworkRecorder?
  /// Whether nothing is recorded that only one person has looked at.
  let needsTwoPeople: Bool
  let clock: SiteClock
  /// The program's version, on which an answer's bytes depend.
  let version: String
  let limits: ServerLimits
  let accessLog: AccessLog
  /// Where readers find the site, if that is known.
  let publicAddress: PublicAddress?
  /// Whose pages may show and read what is answered here.
  let embedders: [WebOrigin]
  /// The files beside the log, if they are served.
  let captures: CaptureStore?
  /// All addresses of the site, which its description lists.
  let routes: RouteTable
  let cache: AnswerCache
  /// The room for what is gathered while answers are made.
  let makingRoom: AnswerRoom
  /// The room for bodies and for answers: kept, or not yet read to their end.
  let heldRoom: AnswerRoom

  /// What comes before the paths of the site where a whole address is needed; nothing if it is not
  /// known.
  var base: String { publicAddress?.description ?? "" }

  /// The answer of a key: kept, or made once for all who ask.
  ///
  /// - Parameters:
  ///   - key: what the answer depends on.
  ///   - make: makes it while the log is open.
  ///   - finish: what is done with it when the log is closed again.
  /// - Returns: the answer.
  /// - Throws: what both throw, and ``RequestError`` if there is no room for it.
  func cached(
    _ key: String, make: @escaping @Sendable (LogReader) throws -> WebAnswer,
    finish: @escaping @Sendable (WebAnswer) async throws -> WebAnswer = { $0 }
  ) async throws -> WebAnswer {
    try await cache.answer(key) {
      var answer = try await finish(try await read(make))
      answer.room = try hold(answer.length)
      return answer
    }
  }

  /// What is read from the log for one answer, within the limits of one.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (LogReader) throws -> Result
  ) async throws -> Result {
    let making = try makingRoom.take(0)
    return try await log.read(
      within: WorkLimits(
        seconds: limits.makingSeconds, answerBytes: limits.answerBytes,
        gatheredBytes: limits.makingBytes / 2, take: making.grow), body)
  }

  /// Takes room for bytes that are kept for a client.
  ///
  /// - Throws: ``RequestError`` if there is none.
  func hold(_ bytes: Int) throws(RequestError) -> TakenRoom {
    do {
      return try heldRoom.take(bytes)
    } catch {
      // What is kept only for the next who asks makes room for what someone waits for.
      cache.forget(bytes)
      return try heldRoom.take(bytes)
    }
  }
}

/// One request on its way through an operation.
struct Call: Sendable {
  let site: SiteContext
  let request: WebRequest
  /// The requested path, without the ending of a format.
  let path: String
  /// The values of the path's varying segments.
  let values: [String]
  let format: Format
  /// What follows the path.
  let given: Given
}

/// The machine's time, as given to the site.
package struct SiteClock: Sendable {
  /// The current instant.
  package let now: @Sendable () -> Timestamp
  /// The current day at the server.
  package let today: @Sendable () -> Day

  /// A clock that gives both.
  package init(now: @escaping @Sendable () -> Timestamp, today: @escaping @Sendable () -> Day) {
    self.now = now
    self.today = today
  }
}
