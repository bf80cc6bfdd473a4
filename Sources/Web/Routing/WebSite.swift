import HTTPTypes
import JSON
import Projections
package import Stances

/// The site: answers every request from the log, by the same projections and reports as the
/// command line.
package struct WebSite: Sendable {
  let log: ServedLog
  let live: LiveFeed
  let desk: RecordingDesk?
  let clock: SiteClock
  /// The program's version, which an answer's bytes follow from.
  let version: String
  let limits: ServerLimits
  private let hosts: ServedHosts
  private let cache: AnswerCache
  private let routes = RouteTable.site
  private let journal: Journal

  /// A site on a log.
  ///
  /// - Parameters:
  ///   - log: the log that is served.
  ///   - desk: how events are recorded; nil where none are taken.
  ///   - clock: the machine's time.
  ///   - version: the program's version.
  ///   - journal: where requests and faults are told.
  ///   - hosts: under which names it may be asked for.
  ///   - limits: how much is kept and streamed.
  package init(
    log: ServedLog, desk: RecordingDesk?, clock: SiteClock, version: String, journal: Journal,
    hosts: ServedHosts = .any, limits: ServerLimits = ServerLimits()
  ) {
    self.log = log
    self.desk = desk
    self.clock = clock
    self.version = version
    self.journal = journal
    self.hosts = hosts
    self.limits = limits
    live = LiveFeed(log: log, limits: limits)
    cache = AnswerCache(capacity: limits.cachedBytes, mostInMaking: limits.queries)
  }

  /// Answers a request; whatever goes wrong is an answer as well.
  package func answer(_ request: WebRequest) async -> WebAnswer {
    var answer: WebAnswer
    do {
      answer = try await found(request)
      if answer.isUnchanged(for: request) { answer = answer.notModified }
    } catch {
      answer = self.answer(to: error, for: request)
    }
    answer.fields.append(
      contentsOf: SecurityFields.fields(for: answer.fields[.contentType]))
    return request.method == .head ? answer.withoutContent : answer
  }

  /// The answer of a key: kept, or made once for all who ask.
  func cached(
    _ key: String, make: @escaping @Sendable () async throws -> WebAnswer
  ) async throws -> WebAnswer {
    try await cache.answer(key, make: make)
  }

  private func found(_ request: WebRequest) async throws -> WebAnswer {
    guard hosts.contain(request.host) else {
      throw RequestError.otherHost(request.host ?? "")
    }
    let target = try RequestTarget(request.target)
    guard let match = routes.match(target.segments) else {
      throw RequestError.notFound(path: request.path)
    }
    if request.method == .options {
      return WebAnswer(
        .noContent, fields: [.allow: match.route.allowed.joined(separator: ", ")])
    }
    guard let operation = match.route.operation(for: request.method) else {
      throw RequestError.notAllowed(
        method: request.method.rawValue, allowed: match.route.allowed)
    }
    guard operation.forms.isEmpty || operation.forms.contains(match.form) else {
      throw RequestError.notServed(format: match.form.rawValue, path: match.path)
    }
    let parameters = try Parameters(target.items, known: operation.parameters)
    return try await operation.handle(
      Call(
        site: self, request: request, path: match.path, values: match.values, form: match.form,
        parameters: parameters))
  }

  private func answer(to error: any Error, for request: WebRequest) -> WebAnswer {
    let problem = Problem(error)
    if problem.isServerFault {
      journal.write(
        .error, "fault", [("target", .string(request.target)), ("error", .string("\(error)"))])
    }
    var answer = request.wantsPage ? ProblemPage.answer(problem, site: self) : problem.answer
    answer.fields[.vary] = "Accept"
    return answer
  }
}

/// The machine's time, as the site is given it.
package struct SiteClock: Sendable {
  /// The present instant.
  package let now: @Sendable () -> Timestamp
  /// The present day where the server is.
  package let today: @Sendable () -> Day

  /// A clock that tells both.
  package init(now: @escaping @Sendable () -> Timestamp, today: @escaping @Sendable () -> Day) {
    self.now = now
    self.today = today
  }
}
