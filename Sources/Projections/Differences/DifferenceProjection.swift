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

  /// The postures that changed since another query, by company and market.
  func postureChanges(
    since earlier: LogView, among companies: Set<CompanyKey>? = nil
  ) throws -> [PostureChange] {
    let findings = try ComparedFindings(in: self, since: earlier, among: companies)
    let names = try companyNames()
    let before = try earlier.bySubject(findings.before)
    let after = try bySubject(findings.after)
    let chosen = try chosen()
    let causes = Dictionary(
      try findings.causes.map { (try names.subject($0), $1) },
      uniquingKeysWith: { first, _ in first })
    return try Set(before.keys).union(after.keys).sorted().compactMap { subject in
      let (old, new) = (before[subject], after[subject])
      guard chosen?.admits(either: old, new) ?? true else { return nil }
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
    try comparedMeasures(since: earlier).compactMap {
      guard choice.admits(either: $0.before, $0.after) else { return nil }
      return MeasureChange(of: $0.key, from: $0.before, to: $0.after)
    }
  }

  /// Every measure in this query and in another one, by key.
  func comparedMeasures(since earlier: LogView) throws -> [ComparedMeasure] {
    let recorded = try recorded([.measureSteps], upTo: max(clocks.at, earlier.clocks.at))
    let (before, after) = (
      recorded.measures(on: earlier.clocks), recorded.measures(on: clocks)
    )
    return Set(before.keys).union(after.keys).sorted().map { key in
      ComparedMeasure(key: key, before: before[key], after: after[key])
    }
  }
}

/// One measure in two queries; nil where it is not known.
struct ComparedMeasure {
  let key: MeasureKey
  let before: Measure?
  let after: Measure?

  /// The steps that count in one of the queries only; without any, the one whose day came or passed.
  var causes: [EventID] {
    let fresh = (after?.events ?? []).filter { !(before?.events ?? []).contains($0) }
    let gone = (before?.events ?? []).filter { !(after?.events ?? []).contains($0) }
    let bySelf = [(after ?? before)?.events.last].compactMap(\.self)
    return fresh.isEmpty && gone.isEmpty ? bySelf : gone + fresh
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
    let queries = try ComparedQueries(earlier, view)
    let index = companies == nil ? SpellIndex(for: view) : nil
    let changed = try index?.changed(since: earlier.clocks) { start in
      var subject = ComparedSubject(from: start, in: queries)
      try view.forEachMove(after: start, orOn: earlier.clocks) { try subject.take($0) }
      return subject
    }
    for subject in changed?.parts ?? [] { add(subject) }
    let rest = companies ?? changed?.rest
    guard rest?.isEmpty != true else { return }
    var open: ComparedSubject?
    try view.forEachMove(among: rest) { subject, move in
      if open?.subject != subject {
        open.map { add($0) }
        open = ComparedSubject(subject, in: queries)
      }
      try open?.take(move)
    }
    open.map { add($0) }
  }

  private mutating func add(_ subject: ComparedSubject) {
    let findings = subject.findings
    // What is found of the same events is the same, and so are their dates.
    if subject.causes.isEmpty, findings.before == findings.after { return }
    let found = { FoundPosture(subject: subject.subject, finding: $0) }
    if let finding = findings.before { before.append(found(finding)) }
    if let finding = findings.after { after.append(found(finding)) }
    if !subject.causes.isEmpty { causes[subject.subject] = subject.causes }
  }
}

/// Two queries with the amendments that act in them.
private struct ComparedQueries {
  let before: Clocks
  let after: Clocks
  let acting: (before: QueryAmendments, after: QueryAmendments)

  init(_ earlier: LogView, _ view: LogView) throws {
    (before, after) = (earlier.clocks, view.clocks)
    acting = (try earlier.acting(), try view.acting())
  }
}

/// The folds of one company in one market for two queries.
private struct ComparedSubject {
  let subject: MoveSubject
  private let queries: ComparedQueries
  private var before: PostureFold
  private var after: PostureFold
  /// The positions of the events that count in one of the queries only.
  private(set) var causes: Set<Position> = []

  init(_ subject: MoveSubject, in queries: ComparedQueries) {
    self.subject = subject
    self.queries = queries
    before = PostureFold(by: queries.before.rules)
    after = PostureFold(by: queries.after.rules)
  }

  /// Begins with what counts in both.
  init(from start: FoldStart, in queries: ComparedQueries) {
    subject = start.subject
    self.queries = queries
    (before, after) = (start.fold, start.fold)
  }

  mutating func take(_ move: Move) throws {
    let acting = queries.acting
    let counted = try queries.before.includes(move) && acting.before.admits(move)
    let counts = try queries.after.includes(move) && acting.after.admits(move)
    if counted { before.apply(move) }
    if counts { after.apply(move) }
    guard counted != counts else { return }
    causes.formUnion([move.position, move.source])
    let retractions = try [acting.before, acting.after].map {
      try $0.retraction(of: move.position)
    }
    if retractions[0] != retractions[1] { causes.formUnion(retractions.compactMap(\.self)) }
  }

  /// What was found in each of them, if anything counts.
  var findings: (before: PostureFinding?, after: PostureFinding?) {
    (
      before.isEmpty ? nil : before.finding(on: queries.before),
      after.isEmpty ? nil : after.finding(on: queries.after)
    )
  }
}

extension MeasureChange {
  /// How a measure's status changed; nil if it did not change.
  init?(of key: MeasureKey, from old: Measure?, to new: Measure?) {
    guard old?.status != new?.status else { return nil }
    self.init(
      measure: key, title: (new ?? old)?.title ?? key.text, before: old?.status,
      after: new?.status, causes: ComparedMeasure(key: key, before: old, after: new).causes)
  }
}
