import Answers
package import Custody
import HTTPTypes
import JSON
import Projections
import Stances

/// The site: answers every request from the log, by the same projections and reports as the
/// command line.
package struct WebSite: Sendable {
  let context: SiteContext
  private let hosts: ServedHosts

  /// All addresses of a site without captures; nothing else is served.
  static let routes = RouteTable(
    routes: QuestionRoutes.all + EventRoutes.all + ProposalRoutes.all + FormRoutes.all
      + LiveRoutes.all
      + MementoRoutes.all + ReconciliationRoutes.all + SystemRoutes.all)

  /// A site on a log.
  ///
  /// - Parameters:
  ///   - log: the log that is served.
  ///   - recorder: what records events; nil if none are taken.
  ///   - needsTwoPeople: whether nothing is recorded that only one person has looked at.
  ///   - clock: the machine's time.
  ///   - version: the program's version.
  ///   - accessLog: where requests and faults are logged.
  ///   - publicAddress: where readers find the site; nil if that is not known.
  ///   - embedders: whose pages may show and read what is answered.
  ///   - captures: the files beside the log that are served too; nil if none are.
  ///   - hosts: the names under which it may be asked for.
  ///   - limits: how much is kept and streamed.
  package init(
    log: ServedLog, recorder: NetworkRecorder?, needsTwoPeople: Bool = false, clock: SiteClock,
    version: String, accessLog: AccessLog, publicAddress: PublicAddress? = nil,
    embedders: [WebOrigin] = [], captures: CaptureStore? = nil,
    hosts: ServedHosts = .any, limits: ServerLimits = ServerLimits()
  ) {
    context = SiteContext(
      log: log, live: LiveFeed(log: log, limits: limits), recorder: recorder,
      needsTwoPeople: needsTwoPeople, clock: clock, version: version, limits: limits,
      accessLog: accessLog, publicAddress: publicAddress, embedders: embedders,
      captures: captures,
      routes: captures == nil
        ? Self.routes : RouteTable(routes: Self.routes.routes + [CaptureRoutes.route]),
      cache: AnswerCache(capacity: limits.cachedBytes, mostInMaking: limits.queries),
      makingRoom: AnswerRoom(capacity: limits.makingBytes),
      heldRoom: AnswerRoom(capacity: limits.heldBytes))
    self.hosts = hosts
  }

  /// Answers a request; if something goes wrong, that is an answer too.
  package func answer(_ request: WebRequest) async -> WebAnswer {
    var answer: WebAnswer
    do {
      answer = try await found(request)
      if answer.isUnchanged(for: request) { answer = answer.notModified }
    } catch {
      answer = self.answer(to: error, for: request)
    }
    SecurityFields.add(
      to: &answer.fields, asked: request.fields,
      embedders: isEmbeddable(request) ? context.embedders : [])
    return request.method == .head ? answer.withoutContent : answer
  }

  /// Whether other sites may show the answer to a request: one to a question, and nothing else.
  private func isEmbeddable(_ request: WebRequest) -> Bool {
    guard !context.embedders.isEmpty, let target = try? RequestTarget(request.target),
      let route = context.routes.match(target.segments)?.route
    else { return false }
    return route.operation(for: request.method)?.isEmbeddable ?? false
  }

  private func found(_ request: WebRequest) async throws -> WebAnswer {
    if let fault = request.hostFault { throw RequestError.badHost(fault) }
    guard hosts.contain(request.host) else {
      throw RequestError.otherHost(request.host ?? "")
    }
    let target = try RequestTarget(request.target)
    guard let match = context.routes.match(target.segments) else {
      if let moved = MovedAddresses.address(for: target.segments, target: request.target) {
        return WebAnswer(.permanentRedirect, fields: [.location: moved])
      }
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
    let format = operation.formats.first { $0.ending == match.format.ending }
    guard operation.formats.isEmpty || format != nil else {
      throw RequestError.notServed(format: match.format.ending, path: match.path)
    }
    let given = try Given(target.items, for: operation.parameters)
    return try await operation.handle(
      Call(
        site: context, request: request, path: match.path, values: match.values,
        format: format ?? match.format, given: given))
  }

  private func answer(to error: any Error, for request: WebRequest) -> WebAnswer {
    let problem = Problem(error)
    if problem.isServerFault {
      context.accessLog.write(
        .error, "fault", [("target", .string(request.target)), ("error", .string("\(error)"))])
    }
    var answer =
      request.wantsPage
      ? ProblemPage.answer(problem, at: request.path, version: context.version) : problem.answer
    answer.fields[.vary] = "Accept"
    return answer
  }
}
