import Projections
import Stances

/// A timeline as rows of a spreadsheet.
enum TimelineRecords {
  /// An entry with the measure that it is about and the figure that it publishes.
  private struct Row {
    let entry: TimelineEntry
    let measure: Measure?
    let figure: TradeFigure?
  }

  /// One row per entry.
  static func records(of timeline: Timeline, by rules: RuleSet) -> Records {
    let measures = Dictionary(
      timeline.measures.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
    let figures = Dictionary(
      timeline.trade.map { ($0.event, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = timeline.entries.map { entry in
      Row(
        entry: entry, measure: entry.measure.flatMap { measures[$0] },
        figure: figures[entry.event])
    }
    let followed: [Records.Column<Row>] =
      rules.namesFollowers
      ? FollowedRecords.columns(timeline.followed, prefix: "measure_", \.measure) : []
    return Records(of: rows, entry + measure + figure + followed)
  }

  private static var entry: [Records.Column<Row>] {
    [
      ("occurred", \.entry.occurred.text), ("published", \.entry.published.text),
      ("type", { $0.entry.type.term }), ("event", \.entry.event.text),
      ("body", { $0.entry.body?.text }), ("company", { $0.entry.company?.text }),
      ("actor", \.entry.actor), ("markets", \.entry.markets.codes),
      ("push", { $0.entry.push?.term }), ("summary", \.entry.summary),
      ("grade", \.entry.evidence.bestGrade.code),
      ("publishers", { $0.entry.evidence.map(\.publisher).joined(separator: "; ") }),
      ("urls", { $0.entry.evidence.compactMap(\.url).joined(separator: " ") }),
    ]
  }

  private static var measure: [Records.Column<Row>] {
    [
      ("measure", { $0.entry.measure?.text }), ("measure_title", { $0.measure?.title }),
      ("measure_status", { $0.measure?.status.term }),
      ("measure_since", { $0.measure?.since?.text }),
      ("measure_until", { $0.measure?.until?.text }),
      ("measure_uses", { $0.measure.map { String($0.uses) } }),
      ("measure_dormant", { $0.measure.map { String($0.dormant) } }),
    ]
  }

  private static var figure: [Records.Column<Row>] {
    [
      ("reporter", { $0.figure?.reporter.code }), ("partner", { $0.figure?.partner?.code }),
      ("product", { $0.figure?.product.name }), ("hs", { $0.figure?.product.hs }),
      ("period", { $0.figure?.period.text }), ("value", { $0.figure?.value?.text }),
      ("unit", { $0.figure?.unit }), ("change_percent", { $0.figure?.change?.percent.text }),
      ("change_qualifier", { $0.figure?.change?.qualifier }),
      ("change_against", { $0.figure?.change?.against?.text }),
    ]
  }
}
