import Projections
import Stances

/// What a company said and did, each with the evidence in full.
enum HistorySection {
  static func blocks(of entries: [CompanyHistory.Entry]) -> [Document.Block] {
    entries.isEmpty ? [] : [.heading("What it said and did")] + entries.flatMap(blocks)
  }

  private static func blocks(of entry: CompanyHistory.Entry) -> [Document.Block] {
    let event = entry.entry
    let facts: [Document.Fact?] = [
      .init("Where", RichText(event.markets.names)),
      .init("Published", RichText(event.published.spoken)),
      .init(
        "Recorded",
        .events([event.event]) + RichText(", position \(entry.position), \(entry.recorded)")),
      .init("Leaf hash", RichText(entry.leafHash)),
      entry.correctedBy.map { .init("Corrected by", .events([$0])) },
      .init("Note", optional: event.note),
    ]
    return [
      .subheading("\(event.occurred.spoken): \(event.actor) \(event.summary)"),
      .facts(facts.compactMap(\.self)),
      .list(event.evidence.map(\.quotedCitation)),
    ]
  }
}
