package import JSON
package import Projections
import Stances

/// What differs between two queries, and which events did it.
package enum DifferenceReport {
  /// Both queries, then the postures and measures that differ.
  package static func document(_ answer: Answer<Difference>) -> Document {
    let difference = answer.content
    let queries =
      [
        "Before: " + difference.before.queryLine(rules: answer.rules),
        "After: " + difference.after.queryLine(rules: answer.rules),
      ] + (answer.onlyWords.map { ["Only \($0)"] } ?? [])
    return Document(
      title: "Changes", query: queries,
      blocks: [.paragraph(RichText(summary(of: difference)))]
        + ChangeTables.blocks(postures: difference.postures, measures: difference.measures),
      proof: answer.proofLine,
      records: ChangeRecords.records(
        of: ChangeRecords.rows(
          day: difference.after.to, postures: difference.postures,
          measures: difference.measures)))
  }

  /// Both queries and what differs, in the envelope; `query` is the second one.
  package static func json(_ answer: Answer<Difference>) -> JSONValue {
    let difference = answer.content
    return answer.envelope([
      "before": difference.before.json,
      "after": difference.after.json,
      "postures": .array(difference.postures.map(\.json)),
      "measures": .array(difference.measures.map(\.json)),
    ])
  }

  private static func summary(of difference: Difference) -> String {
    guard !difference.isEmpty else { return "Nothing changed." }
    return "\(counted(difference.postures.count, "posture").asSentenceStart) and "
      + "\(counted(difference.measures.count, "measure")) changed."
  }
}
