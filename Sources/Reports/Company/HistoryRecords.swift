import Projections
import Stances

/// A company's history as rows of a spreadsheet.
enum HistoryRecords {
  private struct Row {
    let entry: CompanyHistory.Entry
    let evidence: Evidence
  }

  /// One row per piece of evidence.
  static func records(of entries: [CompanyHistory.Entry]) -> Records {
    let rows = entries.flatMap { entry in
      entry.entry.evidence.map { Row(entry: entry, evidence: $0) }
    }
    return Records(of: rows, event + evidence)
  }

  private static var event: [Records.Column<Row>] {
    [
      ("occurred", \.entry.entry.occurred.text), ("published", \.entry.entry.published.text),
      ("type", { $0.entry.entry.type.term }), ("event", \.entry.entry.event.text),
      ("markets", \.entry.entry.markets.codes), ("summary", \.entry.entry.summary),
      ("note", \.entry.entry.note), ("corrected_by", { $0.entry.correctedBy?.text }),
      ("position", { String($0.entry.position) }), ("recorded", \.entry.recorded.description),
    ]
  }

  private static var evidence: [Records.Column<Row>] {
    [
      ("publisher", \.evidence.publisher), ("origin", \.evidence.origin),
      ("title", \.evidence.title), ("url", \.evidence.url), ("archived", \.evidence.archived),
      ("evidence_published", { $0.evidence.published?.text }),
      ("language", \.evidence.language), ("quote", \.evidence.quote),
      ("sha256", \.evidence.sha256), ("grade", \.evidence.grade.code),
    ]
  }
}
