import Answers
import Custody
package import Stances

/// What every route uses: the log, the clock, and what the site was started with.
struct SiteContext: Sendable {
  let log: ServedLog
  let live: LiveFeed
  /// What records events; nil if none are accepted.
  let recorder: NetworkRecorder?
  let clock: SiteClock
  /// The program's version, on which an answer's bytes depend.
  let version: String
  let limits: ServerLimits
  let accessLog: AccessLog
  /// All addresses of the site, which its description lists.
  let routes: RouteTable
  let cache: AnswerCache

  /// The answer of a key: kept, or made once for all who ask.
  func cached(
    _ key: String, make: @escaping @Sendable () async throws -> WebAnswer
  ) async throws -> WebAnswer {
    try await cache.answer(key, make: make)
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
