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
  private let spells: KeptSpells

  /// From how many events on a log has spells beside it: fewer are folded in no time.
  package static let leastEvents: Int64 = 20_000
  /// If more than one in so many subjects has to be folded, the whole log is.
  private static let share = 4

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
            details: spell.details.isEmpty ? nil : Array(spell.details))
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

  private func lookUp<Result>(
    _ body: (SpellReader, _ rest: Set<CompanyKey>) throws -> Result?
  ) throws -> Result? {
    do {
      return try spells.lookUp { reader, behind in
        try body(reader, behind.union(try view.merged().all))
      }
    } catch is TooManyToFoldError {
      return nil
    }
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
  package func prepareSpells() throws { _ = try KeptSpells(for: self)?.lookUp { _, _ in true } }
}
