package import JSON
package import Projections
import Stances

/// The measures with their status on a day, without what led to them.
package enum MeasuresReport {
  /// One row per measure, by jurisdiction.
  package static func document(_ answer: Answer<[Measure]>) -> Document {
    let measures = answer.content
    return Document(
      title: "Measures", query: [answer.queryLine],
      blocks: measures.isEmpty
        ? [.nothingFound]
        : [
          .paragraph("\(counted(measures.count, "measure").asSentenceStart)."),
          .table(MeasureTable.table(of: measures)),
        ],
      proof: answer.proofLine, records: MeasureTable.records(of: measures))
  }

  /// The measures in the envelope, as those of a timeline.
  package static func json(_ answer: Answer<[Measure]>) -> JSONValue {
    answer.envelope(["measures": .array(answer.content.map { $0.json(by: answer.clocks.rules) })])
  }
}
