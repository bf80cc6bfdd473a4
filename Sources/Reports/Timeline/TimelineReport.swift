package import JSON
package import Projections
import Stances

/// Which measures were in force when, and who moved: governments and companies in one column of
/// time.
package enum TimelineReport {
  static let title = "Regulatory timeline"

  /// Measures with their status, who followed them, who moved first, then everything that happened, the trade figures,
  /// the sources.
  package static func document(
    _ answer: Answer<Timeline>, board: PostureBoard? = nil
  ) -> Document {
    let timeline = answer.content
    var sources = SourceNotes()
    var blocks = [summary(of: timeline)]
    if !timeline.measures.isEmpty {
      blocks += [.heading("Measures"), .table(MeasureTable.table(of: timeline.measures))]
    }
    blocks += FollowedSection.blocks(of: timeline.followed, measures: timeline.measures)
    blocks += MoveTables.nearestLeadTimes(board?.leadTimes ?? [])
    if !timeline.entries.isEmpty {
      let noted = timeline.entries.map { ($0, sources.numbers(for: $0.evidence)) }
      blocks += [.heading("What happened, in order")] + timeline.more.blocks("entries")
      blocks.append(.table(EntryTable.table(of: noted)))
    }
    if !timeline.trade.isEmpty {
      blocks += [.heading("Trade figures"), .table(TradeTable.table(of: timeline.trade))]
    }
    if !sources.notes.isEmpty {
      blocks += [.heading("Sources"), .notes(sources.notes)]
    }
    blocks += GradeLegend.blocks(of: timeline.trade.map(\.grade))
    return Document(
      title: title, query: [answer.queryLine], blocks: blocks,
      proof: answer.proofLine,
      records: TimelineRecords.records(of: timeline, by: answer.clocks.rules))
  }

  /// Measures, entries, trade figures, conflicts of measures, promises and moves in the envelope.
  package static func json(
    _ answer: Answer<Timeline>, board: PostureBoard? = nil
  ) -> JSONValue {
    let (timeline, rules) = (answer.content, answer.clocks.rules)
    let members: [(name: String, value: JSONValue)] = [
      ("measures", .array(timeline.measures.map { $0.json(by: rules, timeline.followed) })),
      ("entries", .array(timeline.entries.map(\.json))),
      ("trade", .array(timeline.trade.map(\.json))),
      ("unreadable", JSONValue(timeline.unreadable)),
    ]
    return answer.envelope(
      .object(
        members + FollowedMeasures.members(timeline.followed.conflicts, by: rules)
          + (board?.members ?? []) + timeline.more.members))
  }

  /// What the timeline holds, in facts.
  static func summary(of timeline: Timeline) -> Document.Block {
    guard !timeline.entries.isEmpty || !timeline.measures.isEmpty || timeline.unreadable > 0
    else { return .nothingFound }
    let standing = MeasureStatus.allCases.compactMap { status -> String? in
      let count = timeline.measures.count { $0.status == status }
      return count == 0 ? nil : "\(count) \(status.words)"
    }
    let facts: [Document.Fact?] = [
      .init("Measures", RichText(standing.isEmpty ? "none" : standing.joined(separator: ", "))),
      .init(
        "In force, never used",
        optional: timeline.measures.filter(\.dormant).map(\.title).joined(separator: "; ")),
      .init(
        timeline.more.isWhole ? "Events" : "Events shown", RichText(String(timeline.entries.count))),
      .init("Trade figures", RichText(String(timeline.trade.count))),
      .init(
        "Not shown",
        optional: timeline.unreadable == 0
          ? nil
          : counted(timeline.unreadable, "record")
            + " of a type or version that this program does not know"),
    ]
    return .facts(facts.compactMap(\.self))
  }
}
