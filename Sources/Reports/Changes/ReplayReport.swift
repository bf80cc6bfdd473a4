package import JSON
package import Projections
import Stances

/// How postures and measures changed, step by step.
package enum ReplayReport {
  /// A section for each step that brought a change.
  package static func document(_ answer: Answer<[ReplayStep]>) -> Document {
    let steps = answer.content
    let changed = steps.filter { !$0.postures.isEmpty || !$0.measures.isEmpty }
    let sections = changed.flatMap { step in
      [.heading("Up to \(step.day)")]
        + ChangeTables.blocks(postures: step.postures, measures: step.measures)
    }
    return Document(
      title: "Replay", query: [answer.queryLine],
      blocks: [.paragraph(RichText(summary(of: steps, changed: changed.count)))] + sections,
      proof: answer.proofLine,
      records: ChangeRecords.records(
        of: steps.flatMap { step in
          ChangeRecords.rows(day: step.day, postures: step.postures, measures: step.measures)
        }))
  }

  /// All steps, including those without a change, in the envelope.
  package static func json(_ answer: Answer<[ReplayStep]>) -> JSONValue {
    let steps = answer.content.map { step -> JSONValue in
      [
        "day": .string(step.day.description),
        "postures": .array(step.postures.map(\.json)),
        "measures": .array(step.measures.map(\.json)),
      ]
    }
    return answer.envelope(["steps": .array(steps)])
  }

  private static func summary(of steps: [ReplayStep], changed: Int) -> String {
    guard let first = steps.first?.day, let last = steps.last?.day else { return "No steps." }
    return "\(counted(steps.count, "step").asSentenceStart) from \(first) to \(last), "
      + "\(changed) of them with a change. The first shows everything on its day; "
      + "steps without a change are omitted."
  }
}
