import EventLog
import Stances

/// Findings looked up in the spells beside the log, instead of folding the whole log.
///
/// A spell is the time in which a posture stays the same but for its ages. The spells hold for what
/// is known at the log's head; what a query with an older clock sees differently is folded from the
/// last state that this query shares, and what was recorded since the file was written from the
/// first move. The answer is the same with and without the file.
package struct SpellIndex {
  private let view: LogView
  private let spells: KeptSpells

  /// From how many events on a log has spells beside it: fewer are folded in no time.
  package static let leastEvents: Int64 = 20_000
  /// - Returns: nil if the query is about some companies only, or not about a day under today's
  ///   rules as they are by default, or if the log is short.
  init?(for view: LogView) {
    guard view.companies == nil, view.facts.heldMoves == nil, Self.holds(view.clocks),
      let spells = KeptSpells(for: view)
    else { return nil }
    self.view = view
    self.spells = spells
  }

  private static func holds(_ clocks: Clocks) -> Bool {
    clocks.fuzzy == .lenient && clocks.rules == .current && !clocks.to.isOpenEnd
  }

  /// The findings of all companies but a rest, on which the file does not hold.
  ///
  /// - Returns: nil if there is no file that could be used.
  func findings() throws -> (found: [FoundPosture], rest: Set<CompanyKey>)? {
    let clocks = view.clocks
    return try lookUp { reader, rest in
      var found: [FoundPosture] = []
      let choice = StateChoice(for: clocks)
      try reader.forEachSubject { row in
        guard !rest.contains(row.company) else { return }
        let posture =
          row.isSettled(on: clocks)
          ? try reader.posture(of: row, on: clocks.to)
          : try view.finding(after: reader.start(of: row, among: choice))
        if let posture { found.append(posture) }
      }
      return (found, rest)
    }
  }

  /// What a body makes of each company in each market whose findings may differ in more than ages from
  /// those of an earlier query, but for a rest on which the file does not hold.
  ///
  /// The body is given the fold of what counts in both queries.
  ///
  /// - Returns: nil if there is no file that could be used.
  func changed<Part>(
    since earlier: Clocks, _ body: (FoldStart) throws -> Part
  ) throws -> (parts: [Part], rest: Set<CompanyKey>)? {
    guard Self.holds(earlier) else { return nil }
    let clocks = view.clocks
    return try lookUp { reader, rest in
      let (first, last) = (min(earlier.to, clocks.to), max(earlier.to, clocks.to))
      let choice = StateChoice(for: earlier, clocks)
      var parts: [Part] = []
      try reader.forEachSubject { row in
        guard !rest.contains(row.company) else { return }
        if row.isSettled(on: clocks), row.isSettled(on: earlier) {
          let isSame =
            try reader.spell(of: row, on: first) { $0.until.map { last < $0 } ?? true }
            ?? row.days.map { last < $0.start } ?? true
          guard !isSame else { return }
        }
        parts.append(try body(reader.start(of: row, among: choice)))
      }
      return (parts, rest)
    }
  }

  /// What is shown of the events of each of some findings, where it is kept.
  func details(of findings: [FoundPosture]) throws -> [EventDetails?] {
    guard findings.contains(where: { $0.foldingOfDetails != nil }) else { return [] }
    return try spells.read { reader in
      try findings.map { found in
        guard let folding = found.foldingOfDetails else { return nil }
        let (company, market) = (found.subject.company, found.subject.market)
        return try reader.details(of: company, in: market, folding, EventDetails.init(packed:))
          ?? nil
      }
    } ?? []
  }

  private func lookUp<Result>(
    _ body: (SpellReader, _ rest: Set<CompanyKey>) throws -> Result?
  ) throws -> Result? {
    try spells.lookUp { reader, behind in
      try body(reader, behind.union(try view.merged().all))
    }
  }
}

/// What the fold of a subject begins with: what its moves up to a day come to.
struct FoldStart {
  let subject: MoveSubject
  /// The day; nil if it begins with the first move.
  let day: Day?
  let fold: PostureFold
}

extension SpellReader {
  /// The posture that a subject has on a day, if it has one.
  fileprivate func posture(of row: SpellSubject, on day: Day) throws -> FoundPosture? {
    try spell(of: row, on: day) { spell in
      guard let glance = FindingGlance(encoded: spell.finding) else {
        throw SpellStore.SpellError.damaged
      }
      return FoundPosture(
        subject: MoveSubject(company: row.company, market: row.market), glance: glance,
        KeptFinding(
          bytes: Array(spell.finding), first: spell.first, day: day, folding: row.folding,
          isLate: spell.isLate))
    }
  }

  /// The last of some states of a subject, or the empty fold before its first move.
  fileprivate func start(of row: SpellSubject, among choice: StateChoice) throws -> FoldStart {
    let subject = MoveSubject(company: row.company, market: row.market)
    guard let state = try state(of: row, among: choice) else {
      return FoldStart(subject: subject, day: nil, fold: PostureFold(by: .current))
    }
    guard let fold = state.fold.withUnsafeBytes(PostureFold.init(encoded:)) else {
      throw SpellStore.SpellError.damaged
    }
    return FoldStart(subject: subject, day: state.day, fold: fold)
  }
}

extension LogView {
  /// The finding on the query's day, folded from a start on; nil if nothing counts.
  fileprivate func finding(after start: FoldStart) throws -> FoundPosture? {
    let acting = try acting()
    var fold = start.fold
    try forEachMove(after: start) { move in
      if clocks.includes(move), try acting.admits(move) { fold.apply(move) }
    }
    guard !fold.isEmpty else { return nil }
    return FoundPosture(subject: start.subject, finding: fold.finding(on: clocks))
  }

  /// Passes the moves after a start that can count in this query, or in an `earlier` one.
  func forEachMove(
    after start: FoldStart, orOn earlier: Clocks? = nil, _ body: (Move) throws -> Void
  ) throws {
    let queries = [clocks, earlier ?? clocks]
    try log.forEachMove(
      of: start.subject.company, in: start.subject.market, begunAfter: start.day,
      by: queries.map(\.to).reduce(.distantPast, max),
      published: queries.map { $0.knownBy ?? .distantFuture }.reduce(.distantPast, max), body)
  }
}

extension SpellSubject {
  /// Whether a query sees all that there is about it.
  fileprivate func isSettled(on clocks: Clocks) -> Bool {
    touched <= clocks.at && clocks.knownBy.map { known <= $0 } ?? true
  }
}

extension LogView {
  /// Has the spells of all postures ready for later questions, whatever this one's clocks are.
  package func prepareSpells() throws { _ = try KeptSpells(for: self)?.lookUp { _, _ in true } }
}
