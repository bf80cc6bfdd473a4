package import JSON
package import Projections
import Stances

/// Why a company's posture in a market is what it is.
package enum ExplanationReport {
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
    answer.envelope([
      "posture": answer.content.posture.json,
      "steps": .array(answer.content.steps.map(\.json)),
    ])
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
    Records(
      of: steps,
      [
        ("day", \.day.text), ("event", \.event.text), ("type", \.type),
        ("published", \.published.text), ("grade", \.grade.code), ("field", { $0.field.term }),
        ("level", { $0.level?.term }), ("overruled_by", { $0.overruledBy?.term }),
        ("rule", { $0.overruledBy?.sentence }), ("corrected_by", { $0.correctedBy?.text }),
      ])
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
