package import EventLog
package import Stances

extension LogView {
  /// What changed since another query, and which events did it.
  ///
  /// Companies of which nothing can have changed are not read, or else the log is scanned once for
  /// both queries. Of companies that are known to be the only ones, with what is `among` them.
  package func difference(
    from before: Clocks, among companies: Set<CompanyKey>? = nil
  ) throws -> Difference {
    let earlier = moved(to: before)
    return Difference(
      before: before, after: clocks,
      postures: try postureChanges(since: earlier, among: companies),
      measures: try measureChanges(since: earlier))
  }

  private func postureChanges(
    since earlier: LogView, among companies: Set<CompanyKey>?
  ) throws -> [PostureChange] {
    let findings = try ComparedFindings(in: self, since: earlier, among: companies)
    let names = try companyNames()
    let before = try earlier.bySubject(findings.before)
    let after = try bySubject(findings.after)
    let causes = Dictionary(
      try findings.causes.map { (try names.subject($0), $1) },
      uniquingKeysWith: { first, _ in first })
    return try Set(before.keys).union(after.keys).sorted().compactMap { subject in
      let (old, new) = (before[subject], after[subject])
      let fields = Posture.changes(from: old, to: new)
      guard !fields.isEmpty else { return nil }
      let positions = causes[subject] ?? []
      return PostureChange(
        company: subject.company, name: (new ?? old)?.name ?? subject.company.text,
        market: subject.market, before: old, after: new, fields: fields,
        causes: positions.isEmpty
          ? (new ?? old)?.eventsOfItsDay(since: old) ?? []
          : try log.ids(at: positions.sorted()))
    }
  }

  private func bySubject(_ findings: [FoundPosture]) throws -> [CompanyMarket: Posture] {
    Dictionary(
      try named(findings).map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func measureChanges(since earlier: LogView) throws -> [MeasureChange] {
    let recorded = try recorded([.measureSteps], upTo: max(clocks.at, earlier.clocks.at))
    let (before, after) = (
      recorded.measures(on: earlier.clocks), recorded.measures(on: clocks)
    )
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      MeasureChange(of: key, from: before[key], to: after[key])
    }
  }
}

extension RecordedEvents {
  fileprivate func measures(on clocks: Clocks) -> [MeasureKey: Measure] {
    Dictionary(
      TimelineProjection.measures(in: KnownEvents(self, on: clocks)).map { ($0.measure, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The findings of two queries, and which events count differently in them.
private struct ComparedFindings {
  private(set) var before: [FoundPosture] = []
  private(set) var after: [FoundPosture] = []
  /// The positions of the events that count in one of the queries only.
  private(set) var causes: [MoveSubject: Set<Position>] = [:]

  /// Folds each move for both queries as it is read.
  init(in view: LogView, since earlier: LogView, among companies: Set<CompanyKey>?) throws {
    let acting = (before: try earlier.acting(), after: try view.acting())
    let empty = (
      before: PostureFold(by: earlier.clocks.rules), after: PostureFold(by: view.clocks.rules)
    )
    var folds = empty
    var open: MoveSubject?
    func finish(_ found: inout Self) {
      guard let open else { return }
      if !folds.before.isEmpty {
        found.before.append(
          FoundPosture(subject: open, finding: folds.before.finding(on: earlier.clocks)))
      }
      if !folds.after.isEmpty {
        found.after.append(
          FoundPosture(subject: open, finding: folds.after.finding(on: view.clocks)))
      }
    }
    let changed =
      try companies ?? SpellIndex(for: view)?.changedCompanies(since: earlier.clocks)
    try view.forEachMove(among: changed) { subject, move in
      if open != subject {
        finish(&self)
        folds = empty
        open = subject
      }
      let counted = try earlier.clocks.includes(move) && acting.before.admits(move)
      let counts = try view.clocks.includes(move) && acting.after.admits(move)
      if counted { folds.before.apply(move) }
      if counts { folds.after.apply(move) }
      guard counted != counts else { return }
      causes[subject, default: []].formUnion([move.position, move.source])
      let retractions = try [acting.before, acting.after].map {
        try $0.retraction(of: move.position)
      }
      if retractions[0] != retractions[1] {
        causes[subject, default: []].formUnion(retractions.compactMap(\.self))
      }
    }
    finish(&self)
  }
}

extension MeasureChange {
  /// How a measure's status changed; nil if it did not change.
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
