import GRDB
package import Stances

/// One company in one market, as the spells beside a log have it.
package struct SpellSubject {
  /// The company's key in the log.
  package let company: CompanyKey
  /// The market.
  package let market: Market
  /// The last day on which something about it became known: as known by any later one, its spells
  /// hold.
  package let known: Day
  /// The last position that says something about it: up to any later one, its spells hold.
  package let touched: Position
  /// The first day of its first spell, and of its first late one; nil if nothing of it counts.
  package let days: (start: Day, late: Day)?
  /// Which folding its rows are of.
  package let folding: Folding
  /// The bytes of its late spells; valid until the next subject is read.
  fileprivate let late: UnsafeRawBufferPointer
}

/// A number that sets the rows of one folding apart from those of another.
package struct Folding: Hashable, Sendable {
  let number: Int64

  init(_ number: Int64) { self.number = number }

  /// One that no other has.
  static var new: Folding { Folding(.random(in: .min ... .max)) }
}

/// A time in which a finding stays the same but for its ages.
package struct Spell {
  /// Its first day.
  package let first: Day
  /// The first day after it; nil for the last spell of a subject.
  package let until: Day?
  /// The bytes of the finding.
  package let finding: UnsafeRawBufferPointer
  /// Whether it is a late one.
  package let isLate: Bool
}

/// One state of the spells beside a log.
package struct SpellReader {
  /// Of which log and position they are.
  package let header: SpellStore.Header
  let database: Database
  private let subjects: RawStatement
  private let spell: RawStatement

  init(_ database: Database, header: SpellStore.Header) throws {
    self.header = header
    self.database = database
    subjects = try RawStatement(
      """
      SELECT company, market, known, touched, folded, start, late, spells, sum
      FROM subject ORDER BY company, market
      """, in: database)
    spell = try RawStatement(
      """
      SELECT first, until, finding, sum FROM spell
      WHERE company = ? AND market = ? AND first <= ? ORDER BY first DESC LIMIT 1
      """, in: database)
  }

  /// Passes every subject, in order.
  ///
  /// - Throws: ``SpellStore/SpellError`` if a row is damaged, or one is missing: at the end, so what
  ///   was passed counts only if this returns.
  package func forEachSubject(_ body: (SpellSubject) throws -> Void) throws {
    var (count, total) = (0, Int64(0))
    defer { subjects.reset() }
    while try subjects.step() {
      let row = subjects
      var hash = header.row
      hash.add(row.integer(0))
      hash.add(row.bytes(1))
      for column in CInt(2)...4 { hash.add(row.integer(column)) }
      for column in CInt(5)...6 { hash.add(row.optionalInteger(column)) }
      hash.add(row.bytes(7))
      let sum = hash.sum
      guard row.integer(8) == sum, let market = Market(recorded: row.bytes(1)) else {
        throw SpellStore.SpellError.damaged
      }
      (count, total) = (count + 1, total &+ sum)
      let days = row.optionalInteger(5).flatMap { start in
        row.optionalInteger(6).map { (start: Day(column: start), late: Day(column: $0)) }
      }
      try body(
        SpellSubject(
          company: CompanyKey(row.integer(0)), market: market, known: Day(column: row.integer(2)),
          touched: row.position(3), days: days, folding: Folding(row.integer(4)),
          late: row.bytes(7)))
    }
    guard count == header.subjects, total == header.total else {
      throw SpellStore.SpellError.damaged
    }
  }

  /// Passes the spell that a subject is in on a day; its bytes are valid until then.
  ///
  /// - Returns: nil if nothing of it counts by then.
  package func spell<Result>(
    of subject: SpellSubject, on day: Day, _ body: (Spell) throws -> Result
  ) throws -> Result? {
    guard let days = subject.days, days.start <= day else { return nil }
    guard day < days.late else { return try body(subject.lateSpell(on: day)) }
    spell.bind(subject.company.column, at: 1)
    spell.bind(subject.market.code, at: 2)
    spell.bind(day.column, at: 3)
    defer { spell.reset() }
    guard try spell.step() else { throw SpellStore.SpellError.damaged }
    let (first, until) = (spell.integer(0), spell.integer(1))
    let sum = header.sum(
      ofRowOf: subject.company, in: subject.market.code, subject.folding, [first, until],
      spell.bytes(2))
    guard sum == spell.integer(3), day.column < until else { throw SpellStore.SpellError.damaged }
    return try body(
      Spell(
        first: Day(column: first), until: Day(column: until), finding: spell.bytes(2),
        isLate: false))
  }
}

extension SpellReader {
  /// Passes the bytes of what is shown of the events of a subject's late spells, as of a folding.
  ///
  /// - Returns: nil if there are none of that folding.
  /// - Throws: ``SpellStore/SpellError`` if the row is damaged.
  package func details<Result>(
    of company: CompanyKey, in market: Market, _ folding: Folding,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result? {
    let row = try RawStatement(
      shared: "SELECT details, sum FROM detail WHERE company = ? AND market = ? AND folded = ?",
      in: database)
    row.bind(company.column, at: 1)
    row.bind(market.code, at: 2)
    row.bind(folding.number, at: 3)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let details = row.bytes(0)
    let sum = header.sum(ofRowOf: company, in: market.code, folding, [], details)
    guard sum == row.integer(1) else { throw SpellStore.SpellError.damaged }
    return try body(details)
  }
}

extension SpellSubject {
  /// The late spell that the subject is in on a day.
  fileprivate func lateSpell(on day: Day) throws -> Spell {
    var source = Unpacker(late)
    var found: (first: Day, finding: UnsafeRawBufferPointer)?
    do {
      for _ in 0..<(try source.count()) {
        let (first, finding) = (try source.day(), try source.bytes())
        if let found, day < first {
          return Spell(first: found.first, until: first, finding: found.finding, isLate: true)
        }
        found = (first, finding)
      }
    } catch { throw SpellStore.SpellError.damaged }
    guard let found, found.first <= day else { throw SpellStore.SpellError.damaged }
    return Spell(first: found.first, until: nil, finding: found.finding, isLate: true)
  }
}

extension Day {
  /// The day that a column holds.
  init(column: Int64) { self.init(ordinal: Int(column)) }
}
