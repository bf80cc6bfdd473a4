import Answers
import EventLog
import HTTPTypes
import Stances

/// Memento's two services: the way to a page's state at a time, and the list of its states.
///
/// Both come before the path of the page that they are about: `/timegate/company/lenovo`.
enum MementoRoutes {
  static let all = Questions.all.filter { $0.hasStates }.flatMap {
    [timeGate(of: $0), timeMap(of: $0)]
  }

  private static func timeGate(of page: any Question.Type) -> Route {
    Route(
      Memento.service("timegate", for: page.template),
      Operation(
        method: .get, id: "\(page.id)TimeGate",
        summary: "Redirects to '\(page.template)' as of Accept-Datetime, or as it is now.",
        parameters: parameters(of: page), pathParameters: page.pathParameters,
        formats: page.servedFormats,
        outcomes: [
          .init(.found, "A redirect to that state.", nil),
          .problem(.badRequest, "The time or a parameter is not valid."),
          .problem(.notFound, "The log has no events, or there is no such page."),
        ], handle: leadToState))
  }

  private static func timeMap(of page: any Question.Type) -> Route {
    Route(
      Memento.service("timemap", for: page.template),
      Operation(
        method: .get, id: "\(page.id)TimeMap",
        summary: "Lists the states that '\(page.template)' had, oldest first, in parts.",
        parameters: parameters(of: page) + [.statesAfter], pathParameters: page.pathParameters,
        formats: page.servedFormats,
        outcomes: [
          .init(.ok, "Links to the states (RFC 6690).", "application/link-format"),
          .problem(.badRequest, "A parameter is not valid."),
        ], handle: listStates))
  }

  /// The log clock is what the services answer.
  private static func parameters(of page: any Question.Type) -> [Parameter] {
    page.queryParameters.filter { $0.name != Parameter.at.name }
  }

  /// The path of the page, with the ending of its format.
  private static func page(_ call: Call, after service: String) -> String {
    call.path.dropFirst(service.utf8.count) + call.format.suffix
  }

  private static func leadToState(_ call: Call) async throws -> WebAnswer {
    let page = page(call, after: "/timegate")
    var asked: Timestamp?
    if let text = call.request.fields[.acceptDatetime] {
      guard let instant = HTTPDate.instant(text) else {
        throw RequestError.badHeader(
          "Accept-Datetime",
          sentence: "write it as in 'Fri, 06 May 2022 12:00:00 GMT'")
      }
      // The header is exact to the second, the log to the millisecond.
      asked = Timestamp(milliseconds: instant.milliseconds + 999)
    }
    let instant = asked
    let memento = try await call.site.log.read { log in
      let head = try log.head
      // Before the first event there is no state: the first is the nearest.
      let first = min(Position.beforeFirst.next, head)
      let found = try instant.map { max(first, try log.position(recordedBy: $0)) } ?? head
      return Memento(LogState(position: found, recorded: try log.recorded(at: found)))
    }
    guard let state = try memento.address(of: page, call.given) else {
      throw RequestError.notFound(path: page)
    }
    var fields: HTTPFields = [
      .location: state.text, .vary: "Accept-Datetime", .cacheControl: "no-cache",
    ]
    fields[values: .link] = try memento.links(to: page, call.given, at: call.site.base)
    return WebAnswer(.found, fields: fields)
  }

  private static func listStates(_ call: Call) async throws -> WebAnswer {
    let page = page(call, after: "/timemap")
    let after = call.given.position(.statesAfter) ?? .beforeFirst
    let states = try await call.site.log.read { try $0.states(after: after, limit: mostStates + 1) }
    let given = call.given.setting([], without: [.statesAfter])
    let query = given.query
    let base = call.site.base
    let map = base + Memento.service("timemap", for: page)
    var lines = [
      #"<\#(base)\#(page)\#(query)>; rel="original""#,
      #"<\#(map)\#(call.given.query)>; rel="self"; "#
        + #"type="application/link-format""#,
      #"<\#(base)\#(Memento.service("timegate", for: page))\#(query)>; rel="timegate""#,
    ]
    let shown = states.prefix(mostStates)
    if states.count > mostStates, let last = shown.last {
      let next = call.given.setting([(.statesAfter, String(last.position))]).query
      lines.append(
        #"<\#(map)\#(next)>; rel="timemap"; type="application/link-format""#)
    }
    lines += try shown.enumerated().compactMap { index, state in
      guard let address = try Memento(state).address(of: page, given) else { return nil }
      let first = index == 0 && after == .beforeFirst
      let last = index == shown.count - 1 && states.count <= mostStates
      let relation = (first ? "first " : "") + (last ? "last " : "") + "memento"
      return #"<\#(base)\#(address.text)>; rel="\#(relation)"; datetime="\#(address.datetime)""#
    }
    return WebAnswer(
      .ok, "application/link-format", Array((lines.joined(separator: ",\n") + "\n").utf8),
      fields: [.cacheControl: "no-cache"])
  }

  private static let mostStates = 500
}

extension Parameter {
  /// Where a part of a time map begins; a page may have an `after` of its own.
  fileprivate static let statesAfter = Parameter(
    "statesAfter", "States after this position.", .number(least: 0, most: mostPosition),
    valueName: "position", fallback: "0")
}
