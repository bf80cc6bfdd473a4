import EventLog
import Stances

/// Findings looked up in the spells beside the log, instead of folding the whole log.
///
/// A spell is the time in which a posture stays the same but for its ages. The spells hold for what
/// is known at the log's head; so what a query with an older clock sees differently, and what was
/// recorded since the spells were written, is folded from the log, company by company. The answer is
/// the same with and without the file.
package struct SpellIndex {
  private let view: LogView
  private let store: SpellStore
  private let key: String

  /// From how many events on a log has spells beside it: fewer are folded in no time.
  package static let leastEvents: Int64 = 20_000
  /// If more than one in so many subjects has to be folded, the whole log is.
  private static let share = 4

  /// - Returns: nil if the query is about some companies only, or not about a day under today's
  ///   rules as they are by default, or if the log is short.
  init?(for view: LogView) {
    guard view.companies == nil, view.facts.heldMoves == nil, Self.holds(view.clocks),
      view.clocks.at.number >= view.leastEventsForSpells, let store = SpellStore(of: view.log)
    else { return nil }
    self.view = view
    self.store = store
    key = "spells/1 \(RuleSet.current.rawValue) \(SpellStore.program)"
  }

  private static func holds(_ clocks: Clocks) -> Bool {
    clocks.fuzzy == .lenient && clocks.rules == .current && !clocks.to.isOpenEnd
  }

  /// Writes the spells of a log that has none, or old ones, so that later questions find them.
  func prepare() throws { _ = try lookUp { _, _ in true } }

  /// Every finding that the spells have, and the companies of which they have none for this query.
  ///
  /// - Returns: nil if the log is better folded as a whole.
  func findings() throws -> (found: [FoundPosture], rest: Set<CompanyKey>)? {
    try lookUp { reader, rest in
      let clocks = view.clocks
      var found: [FoundPosture] = []
      var unsettled = rest
      var few = Few(of: reader)
      try reader.forEachSubject { subject in
        guard !unsettled.contains(subject.company) else { return }
        guard subject.isSettled(on: clocks) else {
          try few.count()
          unsettled.insert(subject.company)
          return
        }
        let posture = try reader.spell(of: subject, on: clocks.to) { spell in
          guard let finding = PostureFinding(encoded: spell.finding) else {
            throw SpellStore.SpellError.damaged
          }
          return FoundPosture(
            subject: MoveSubject(company: subject.company, market: subject.market),
            finding: finding.grown(from: spell.first, to: clocks.to),
            details: spell.details.isEmpty ? nil : EventDetails(packed: spell.details))
        }
        if let posture { found.append(posture) }
      }
      found.removeAll { unsettled.contains($0.subject.company) }
      return (found, unsettled)
    }
  }

  /// The companies whose findings may differ, in more than their ages, from those of an earlier
  /// query.
  ///
  /// - Returns: nil if the log is better folded as a whole.
  func changedCompanies(since earlier: Clocks) throws -> Set<CompanyKey>? {
    guard Self.holds(earlier) else { return nil }
    return try lookUp { reader, rest in
      let clocks = view.clocks
      let (first, last) = (min(earlier.to, clocks.to), max(earlier.to, clocks.to))
      var changed = rest
      var few = Few(of: reader)
      try reader.forEachSubject { subject in
        guard !changed.contains(subject.company) else { return }
        var isSame = subject.isSettled(on: clocks) && subject.isSettled(on: earlier)
        if isSame {
          isSame =
            try reader.spell(of: subject, on: first) { $0.until.map { last < $0 } ?? true }
            ?? subject.days.map { last < $0.start } ?? true
        }
        guard !isSame else { return }
        try few.count()
        changed.insert(subject.company)
      }
      return changed
    }
  }

  /// Counts what has to be folded from the log, and gives up at too many of them.
  private struct Few {
    private var left: Int

    init(of reader: SpellReader) { left = reader.header.subjects / SpellIndex.share }

    mutating func count() throws {
      guard left > 0 else { throw TooManyToFoldError() }
      left -= 1
    }
  }

  /// Reads the spells, which are brought up to the log's head first if they are not.
  private func lookUp<Result>(
    _ body: (SpellReader, _ rest: Set<CompanyKey>) throws -> Result?
  ) throws -> Result? {
    do {
      if let looked = try attempt(body) { return looked.answer }
      // Whoever has only so much time for an answer folds the log.
      guard !view.log.isBounded, try rebuild() else { return nil }
      return try attempt(body)?.answer
    } catch is TooManyToFoldError {
      return nil
    } catch let refusal as SpellStore.SpellError {
      if refusal == .damaged { store.discard() }
      return nil
    }
  }

  /// What spells that are there answer, if they do.
  private struct Looked<Result> {
    let answer: Result?
  }

  /// - Returns: nil if there are no spells of this log, or very old ones.
  private func attempt<Result>(
    _ body: (SpellReader, _ rest: Set<CompanyKey>) throws -> Result?
  ) throws -> Looked<Result>? {
    let log = view.log
    let head = try log.head
    var behind: (header: SpellStore.Header, companies: Set<CompanyKey>)?
    let looked: Looked<Result>?? = try store.read(key: key) { reader in
      let header = reader.header
      guard header.position <= head, head.count(after: header.position) * Self.share <= head.number,
        try log.rootText(at: header.position) == header.root
      else { return nil }
      var rest = try view.merged().all
      if header.position < head {
        let companies = try log.companies(concernedAfter: header.position)
        behind = (header, companies)
        rest.formUnion(companies)
      }
      return Looked(answer: try body(reader, rest))
    }
    if let behind {
      try store.update(
        behind.header, to: head, root: log.rootText(at: head),
        replacing: behind.companies.sorted()
      ) { try write(behind.companies, to: $0) }
    }
    return looked ?? nil
  }

  private func rebuild() throws -> Bool {
    let head = try view.log.head
    let header = SpellStore.Header(
      key: key, position: head, root: try view.log.rootText(at: head))
    return try store.replace(header) { try write(nil, to: $0) }
  }

  /// Writes the spells of some companies, or of all, as of the log's head.
  private func write(_ companies: Set<CompanyKey>?, to writer: SpellWriter) throws {
    let clocks = Clocks(to: .distantFuture, at: try view.log.head)
    let amendments = view.facts.amendments
    let acting = try view.moved(to: clocks).acting()
    func finish(_ subject: SubjectMoves) throws {
      var known = Day.distantPast
      var touched = Position.beforeFirst
      func note(_ position: Position, _ published: DayRange) {
        known = max(known, clocks.reach.day(reaching: published))
        touched = max(touched, position)
      }
      for move in subject.moves { note(max(move.position, move.source), move.published) }
      for amendment in try amendments.closed(over: Set(subject.moves.map(\.position))) {
        note(amendment.position, amendment.published)
      }
      let counted = try subject.moves.filter(acting.admits)
      let history = FindingHistory(
        of: counted, from: .distantPast, clocks: clocks)
      // After the last move nothing but days that come make another spell.
      let quiet = counted.lazy.map { clocks.reach.day(reaching: $0) }.max()
      let late = history.periods.lastIndex { period in quiet.map { period.from <= $0 } ?? false }
      var references = EventReferences()
      for period in history.periods[(late ?? 0)...] { references.insert(period.finding) }
      let details = try EventDetails(of: references, in: view.log, acting: acting)
      try writer.write(
        subject.subject.company, subject.subject.market, known: known, touched: touched,
        spells: history.periods.map { ($0.from, $0.finding.encoded) }, late: late ?? 0,
        details: details.packed())
    }
    var gathering = SubjectGathering()
    try view.facts.forEachMove(of: nil, among: companies) { subject, move in
      if let done = gathering.take(subject, move) { try finish(done) }
    }
    if let last = gathering.last { try finish(last) }
  }
}

/// So much has to be folded that it is better done for the whole log.
private struct TooManyToFoldError: Error {}

extension SpellSubject {
  /// Whether a query sees all that there is about it.
  fileprivate func isSettled(on clocks: Clocks) -> Bool {
    touched <= clocks.at && clocks.knownBy.map { known <= $0 } ?? true
  }
}

extension LogView {
  /// Has the spells of all postures ready for later questions, whatever this one's clocks are.
  package func prepareSpells() throws { try SpellIndex(for: self)?.prepare() }
}
