import EventLog
import HTTPTypes
import Stances

/// Memento's two services: the way to a page's state at a time, and the list of its states.
///
/// Both stand before the path of the page that they are about: `/timegate/company/lenovo`.
enum MementoRoutes {
  static let all = ReportRoutes.kinds.flatMap { kind in
    [timeGate(of: kind), timeMap(of: kind)]
  }

  private static func timeGate(of kind: ReportKind) -> Route {
    Route(
      Memento.service("timegate", for: kind.template),
      Operation(
        method: .get, id: "\(kind.id)TimeGate",
        summary: "Leads to what '\(kind.template)' said at the time of Accept-Datetime, else now.",
        parameters: kind.parameters.filter { $0 != .at }, forms: kind.forms,
        outcomes: [
          .init(.found, "The way to that state.", nil),
          .problem(.badRequest, "The time or a parameter has no meaning."),
          .problem(.notFound, "The log has no events, or there is no such page."),
        ], handle: leadToState))
  }

  private static func timeMap(of kind: ReportKind) -> Route {
    Route(
      Memento.service("timemap", for: kind.template),
      Operation(
        method: .get, id: "\(kind.id)TimeMap",
        summary: "Lists the states that '\(kind.template)' had, oldest first, in parts.",
        parameters: kind.parameters.filter { $0 != .at } + [.after], forms: kind.forms,
        outcomes: [
          .init(.ok, "Links to the states (RFC 6690).", "application/link-format"),
          .problem(.badRequest, "A parameter has no meaning."),
        ], handle: listStates))
  }

  /// The path of the page, with the ending of its form.
  private static func page(_ call: Call, behind service: String) -> String {
    let path = call.path.dropFirst(service.utf8.count)
    return (path.isEmpty ? "/" : String(path)) + call.form.ending
  }

  private static func leadToState(_ call: Call) async throws -> WebAnswer {
    let page = page(call, behind: "/timegate")
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
      let found = try instant.map { max(min(1, head), try log.position(recordedBy: $0)) } ?? head
      return Memento(LogState(position: found, recorded: try log.recorded(at: found)))
    }
    guard let state = try memento.address(of: page, call.parameters) else {
      throw RequestError.notFound(path: page)
    }
    return WebAnswer(
      .found,
      fields: [
        .location: state.text, .vary: "Accept-Datetime", .cacheControl: "no-cache",
        .link: try memento.links(to: page, parameters: call.parameters),
      ])
  }

  private static func listStates(_ call: Call) async throws -> WebAnswer {
    let page = page(call, behind: "/timemap")
    let after = try call.parameters.value(.after, wholeNumber(.after)) ?? 0
    let states = try await call.site.log.read { try $0.states(after: after, limit: mostStates + 1) }
    let query = call.parameters.query(without: [.after])
    let map = Memento.service("timemap", for: page)
    var lines = [
      #"<\#(page)\#(query)>; rel="original""#,
      #"<\#(map)\#(call.parameters.query())>; rel="self"; "#
        + #"type="application/link-format""#,
      #"<\#(Memento.service("timegate", for: page))\#(query)>; rel="timegate""#,
    ]
    let shown = states.prefix(mostStates)
    if states.count > mostStates, let last = shown.last {
      let next = call.parameters.query(adding: [(.after, String(last.position))])
      lines.append(
        #"<\#(map)\#(next)>; rel="timemap"; type="application/link-format""#)
    }
    lines += try shown.enumerated().compactMap { index, state in
      guard let address = try Memento(state).address(of: page, call.parameters) else { return nil }
      let first = index == 0 && after == 0
      let last = index == shown.count - 1 && states.count <= mostStates
      let relation = (first ? "first " : "") + (last ? "last " : "") + "memento"
      return #"<\#(address.text)>; rel="\#(relation)"; datetime="\#(address.datetime)""#
    }
    return WebAnswer(
      .ok, "application/link-format", Array((lines.joined(separator: ",\n") + "\n").utf8),
      fields: [.cacheControl: "no-cache"])
  }

  private static let mostStates = 500
}
