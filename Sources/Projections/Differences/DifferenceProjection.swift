package import EventLog
package import Stances

/// Compares the answers to two queries that differ in their clocks.
package enum DifferenceProjection {
  /// What changed between two queries, and which events did it.
  package static func difference(
    in log: LogReader, from before: Clocks, to after: Clocks
  ) throws -> Difference {
    let (before, after) = (
      try Snapshot(in: log, clocks: before), try Snapshot(in: log, clocks: after)
    )
    return Difference(
      before: before.clocks, after: after.clocks,
      postures: try postureChanges(in: log, from: before, to: after),
      measures: measureChanges(from: before, to: after))
  }

  private static func postureChanges(
    in log: LogReader, from before: Snapshot, to after: Snapshot
  ) throws -> [PostureChange] {
    let subjects = Set(before.postures.keys).union(after.postures.keys)
    let changed = subjects.compactMap { subject in
      let fields = Posture.changes(from: before.postures[subject], to: after.postures[subject])
      return fields.isEmpty ? nil : (subject: subject, fields: fields)
    }
    guard !changed.isEmpty else { return [] }
    let counted = try CountedMoves(
      of: Set(changed.map(\.subject.company)).sorted(), in: log, before: before.clocks,
      after: after.clocks)
    return
      try changed
      .sorted { $0.subject < $1.subject }
      .map { subject, fields in
        let old = before.postures[subject]
        let new = after.postures[subject]
        var causes = try log.ids(at: counted.positions(for: subject))
        if causes.isEmpty {
          // Nothing new counts: a day that the latest word named has come or passed.
          causes = [(new ?? old)?.voice.events.last].compactMap(\.self)
        }
        return PostureChange(
          company: subject.company, name: (new ?? old)?.name ?? subject.company.text,
          market: subject.market, before: old, after: new, fields: fields, causes: causes)
      }
  }

  private static func measureChanges(
    from before: Snapshot, to after: Snapshot
  ) -> [MeasureChange] {
    Set(before.measures.keys).union(after.measures.keys).sorted().compactMap { key in
      MeasureChange(of: key, from: before.measures[key], to: after.measures[key])
    }
  }
}

extension MeasureChange {
  /// How a measure's status changed; nil where it did not.
  init?(of key: MeasureKey, from old: Measure?, to new: Measure?) {
    guard old?.status != new?.status else { return nil }
    let fresh = (new?.events ?? []).filter { !(old?.events ?? []).contains($0) }
    let gone = (old?.events ?? []).filter { !(new?.events ?? []).contains($0) }
    // Without a new step a day that the latest step named has come or passed.
    let bySelf = [(new ?? old)?.events.last].compactMap(\.self)
    self.init(
      measure: key, title: (new ?? old)?.title ?? key.text, before: old?.status,
      after: new?.status, causes: fresh.isEmpty && gone.isEmpty ? bySelf : gone + fresh)
  }
}

/// The postures and measures of one query, by what they are about.
private struct Snapshot {
  let clocks: Clocks
  let postures: [CompanyMarket: Posture]
  let measures: [MeasureKey: Measure]

  init(in log: LogReader, clocks: Clocks) throws {
    self.clocks = clocks
    postures = try Dictionary(
      PostureProjection.postures(in: log, clocks: clocks).map {
        (CompanyMarket($0.company, $0.market), $0)
      }, uniquingKeysWith: { first, _ in first })
    measures = try Dictionary(
      TimelineProjection.measures(in: log, clocks: clocks).map { ($0.measure, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
