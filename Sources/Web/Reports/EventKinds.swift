import Projections
import Reports
import Stances

/// Single events, and names.
enum EventKinds {
  /// One event, as `stance show` has it.
  static let event = ReportKind(
    template: "/event/{event}", id: "event",
    summary: "One event by id or position: what it says, on whose evidence, what became of it.",
    parameters: Parameter.clocks, missing: "The log has no such event."
  ) { query, log in
    let clocks = try query.clocks(in: log)
    let view = LogView(of: log, on: clocks)
    let answer = try view.answer(view.event(query.values.first ?? ""))
    let event = answer.content.event
    return Report(
      clocks: clocks, document: { EventReport.document(answer) },
      json: { EventReport.json(answer) },
      links: {
        (event.event?.content.links ?? []) + answer.content.amendments.map { .event($0.id) }
      })
  }

  /// Names, as `stance search` finds them.
  static let search = ReportKind(
    template: "/search", id: "search",
    summary: "Companies, bodies and measures by a name or a part of one, in any script.",
    parameters: [.search] + Parameter.clocks
  ) { query, log in
    let clocks = try query.clocks(in: log)
    let text = query.parameters.text(.search) ?? ""
    let view = LogView(of: log, on: clocks)
    let findings = NameFindings(text: text, matches: try view.matches(of: text))
    let answer = try view.answer(findings)
    return Report(
      clocks: clocks, document: { SearchReport.document(answer) },
      json: { SearchReport.json(answer) }, links: { findings.matches.map(\.link) })
  }
}
