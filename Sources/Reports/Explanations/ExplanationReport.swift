package import JSON
package import Projections
import Stances

/// Why a company's posture in a market is what it is.
package enum ExplanationReport {
  /// One market's explanation, or those of several under the name of each.
  package static func document(_ answer: Answer<[Explanation]>) -> Document {
    let all = answer.content
    if all.count == 1 { return document(answer.with(all[0])) }
    let name = all.first?.posture.displayName ?? ""
    let steps = all.flatMap { explanation in
      explanation.steps.map { (explanation.posture.market.code, $0) }
    }
    return Document(
      title: "Why: \(name) in \(counted(all.count, "market"))", query: [answer.queryLine],
      blocks: all.flatMap { explanation -> [Document.Block] in
        [.heading(explanation.posture.market.englishName), .facts(facts(of: explanation.posture))]
          + (contested(explanation.posture) + Self.steps(explanation.steps)).map(\.lowered)
      } + GradeLegend.blocks(of: all.flatMap(grades)),
      proof: answer.proofLine,
      records: Records(
        of: steps,
        [("market", \.0)]
          + columns.map { column in (column.name, { column.value($0.1) }) }))
  }

  /// One market's posture and steps in the envelope, or those of several in a list.
  package static func json(_ answer: Answer<[Explanation]>) -> JSONValue {
    if answer.content.count == 1 { return json(answer.with(answer.content[0])) }
    return answer.envelope(["explanations": .array(answer.content.map { .object(members($0)) })])
  }

  /// Each field with its events, then each step of the rules in order.
  package static func document(_ answer: Answer<Explanation>) -> Document {
    let posture = answer.content.posture
    return Document(
      title: "Why: \(posture.displayName) in \(posture.market.englishName)",
      query: [answer.queryLine],
      blocks: [.facts(facts(of: posture))] + contested(posture) + steps(answer.content.steps)
        + GradeLegend.blocks(of: grades(in: answer.content)),
      proof: answer.proofLine, records: records(of: answer.content.steps))
  }

  /// The posture and the steps in the envelope.
  package static func json(_ answer: Answer<Explanation>) -> JSONValue {
    answer.envelope(.object(members(answer.content)))
  }

  private static func members(
    _ explanation: Explanation
  ) -> [(name: String, value: JSONValue)] {
    [
      ("posture", explanation.posture.json),
      ("steps", .array(explanation.steps.map(\.json))),
    ]
  }

  private static func facts(of posture: Posture) -> [Document.Fact] {
    let pledges = posture.pledges.enumerated().map { place, pledge -> RichText in
      .events([pledge.event], after: "\(pledge.level.phrase), due \(pledge.due.spoken) (")
        + RichText(place == posture.pledges.count - 1 ? ")" : "); ")
    }
    let facts: [Document.Fact?] = [
      .init("Says", RichText(posture.says) + named(posture.voice.events)),
      .init("Does", RichText(posture.does) + named(posture.conduct?.events ?? [])),
      .init("On whose word", RichText(posture.rests)),
      posture.review.phrase.map {
        .init("Review", RichText($0.asSentenceStart) + named(posture.review.events))
      },
      pledges.isEmpty ? nil : .init("Promised", pledges.dropFirst().reduce(pledges[0], +)),
      .init("Word against deed", RichText(posture.gapReading)),
      .init("Latest evidence", optional: posture.lastEvidence?.spoken),
      posture.staleness.map { .init("Stale", RichText($0.asSentenceStart)) },
    ]
    return facts.compactMap(\.self)
  }

  private static func named(_ events: [EventID]) -> RichText {
    events.isEmpty ? RichText(runs: []) : .events(events, after: ". Set by ")
  }

  private static func contested(_ posture: Posture) -> [Document.Block] {
    guard !posture.contested.isEmpty else { return [] }
    return [
      .heading("Contested"), .list(posture.contested.map { RichText("\($0.phrase).") }),
    ]
  }

  private static func steps(_ steps: [Explanation.Step]) -> [Document.Block] {
    guard !steps.isEmpty else { return [] }
    return [
      .heading("Step by step"),
      .table(
        Table(
          of: steps,
          [
            (.init("Day"), { RichText($0.day.spoken) }),
            (.init("Event"), { .named($0.event.text, .event($0.event), $0.kind) }),
            (.init("Published"), { RichText($0.published.spoken) }),
            (.init("Grade"), { RichText($0.grade.code) }),
            (.init("About"), { RichText($0.field.phrase) }),
            (.init("Level"), { RichText($0.level?.term ?? "–") }),
            (.init("Outcome"), { RichText($0.outcome) }),
          ])),
    ]
  }

  private static func grades(in explanation: Explanation) -> [AdmiraltyGrade] {
    explanation.steps.map(\.grade) + [explanation.posture.conduct?.grade].compactMap(\.self)
  }

  private static func records(of steps: [Explanation.Step]) -> Records {
    Records(of: steps, columns)
  }

  private static var columns: [Records.Column<Explanation.Step>] {
    [
      ("day", \.day.text), ("event", \.event.text), ("type", \.type),
      ("published", \.published.text), ("grade", \.grade.code), ("field", { $0.field.term }),
      ("level", { $0.level?.term }), ("overruled_by", { $0.overruledBy?.term }),
      ("rule", { $0.overruledBy?.sentence }), ("corrected_by", { $0.correctedBy?.text }),
    ]
  }
}

extension Document.Block {
  /// The same a step further down, if it is a heading.
  fileprivate var lowered: Document.Block {
    if case .heading(let text) = self { .subheading(text) } else { self }
  }
}

extension Explanation.Step {
  /// The event's type after its id, with the correction that gave it its content.
  fileprivate var kind: String {
    " (\(plainWords(type)))" + (correctedBy.map { ", corrected by \($0)" } ?? "")
  }

  /// Whether it counts, or by which rule it does not.
  fileprivate var outcome: String {
    overruledBy.map { "overruled: \($0.sentence)" } ?? "counts"
  }

  fileprivate var json: JSONValue {
    [
      "day": JSONValue(day),
      "event": JSONValue(event),
      "type": .string(type),
      "published": JSONValue(published),
      "grade": .string(grade.code),
      "field": JSONValue(field),
      "level": JSONValue(level),
      "overruledBy": JSONValue(overruledBy),
      "correctedBy": JSONValue(correctedBy),
    ]
  }
}

extension Decision.Field {
  fileprivate var phrase: String {
    switch self {
    case .voice: "says"
    case .conduct: "does"
    case .review: "review"
    }
  }
}
