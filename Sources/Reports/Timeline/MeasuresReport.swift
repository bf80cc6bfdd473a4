package import JSON
package import Projections
import Stances

/// The measures with their status on a day, without what led to them.
package enum MeasuresReport {
  /// One row per measure, by jurisdiction, then who followed which.
  package static func document(_ answer: Answer<MeasureList>) -> Document {
    let measures = answer.content.measures
    return Document(
      title: "Measures", query: [answer.queryLine],
      blocks: measures.isEmpty
        ? [.nothingFound]
        : [
          .paragraph("\(counted(measures.count, "measure").asSentenceStart)."),
          .table(MeasureTable.table(of: measures)),
        ] + FollowedSection.blocks(of: answer.content.followed, measures: measures),
      proof: answer.proofLine,
      records: MeasureTable.records(of: answer.content, by: answer.clocks.rules))
  }

  /// The measures in the envelope, as those of a timeline.
  package static func json(_ answer: Answer<MeasureList>) -> JSONValue {
    let (list, rules) = (answer.content, answer.clocks.rules)
    let measures = list.measures.map { $0.json(by: rules, list.followed) }
    return answer.envelope(
      .object(
        [("measures", .array(measures))]
          + FollowedMeasures.members(list.followed.conflicts, by: rules)))
  }
}
