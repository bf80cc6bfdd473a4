import Projections
import Reports
import Stances

/// What changed between queries.
enum ChangeKinds {
  /// Two queries compared, as `stance diff` does it.
  static let changes = ReportKind(
    template: "/changes", id: "changes",
    summary: "What changed between two days or log positions, and which events did it.",
    parameters: [.fromTo, .fromKnownBy, .fromAt] + Parameter.clocks
  ) { query, log in
    let after = try query.clocks(in: log)
    let before = try query.earlierClocks(in: log, than: after)
    let answer = try Answer(
      in: log, clocks: after,
      content: LogView(of: log, on: after).difference(from: before))
    return Report(
      clocks: after, document: { DifferenceReport.document(answer) },
      json: { DifferenceReport.json(answer) },
      links: { answer.content.postures.flatMap(\.links) })
  }

  /// The changes step by step, as `stance replay --from` tells them.
  static let replay = ReportKind(
    template: "/replay", id: "replay",
    summary: "What changed from one day to another, step by step.",
    parameters: [.from, .step] + Parameter.clocks
  ) { query, log in
    let clocks = try query.clocks(in: log)
    let first =
      try query.parameters.value(.from) { try queryDay($0, today: query.today) }
      ?? ReplayStepUnit.year.day(-1, after: clocks.to)
    let step = try query.parameters.value(.step, word(ReplayStepUnit.self)) ?? .month
    let view = LogView(of: log, on: clocks)
    let answer = try view.answer(view.steps(from: first, by: step))
    return Report(
      clocks: clocks, document: { ReplayReport.document(answer) },
      json: { ReplayReport.json(answer) },
      links: { answer.content.flatMap(\.postures).flatMap(\.links) })
  }
}
