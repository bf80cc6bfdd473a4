import GRDB
package import Stances

/// What the fold of a subject's moves has come to after all those that begin by a day, as known on each
/// day from one on.
package struct FoldState: Sendable {
  /// The moves that begin by this day are in it.
  package let day: Day
  /// The first day on which so much was known.
  package let known: Day
  /// The first day after it on which something else was known; nil if there is none.
  package let until: Day?
  /// The last position that says something about these moves.
  package let touched: Position
  /// The bytes of the fold.
  package let fold: [UInt8]

  /// A state by its parts.
  package init(day: Day, known: Day, until: Day?, touched: Position, fold: [UInt8]) {
    self.day = day
    self.known = known
    self.until = until
    self.touched = touched
    self.fold = fold
  }
}

/// The rows of states.
///
/// A fold can begin at any of them, or at none: one that is missing makes an answer slower, and
/// changes nothing of it.
enum StateRows {
  // Its key is an index of its own: a fold takes up to a page, and among keys it would fill one alone.
  static let table = """
    CREATE TABLE state (
      company INTEGER NOT NULL, market TEXT NOT NULL, day INTEGER NOT NULL, known INTEGER NOT NULL,
      until INTEGER NOT NULL, touched INTEGER NOT NULL, fold BLOB NOT NULL, sum INTEGER NOT NULL)
      STRICT
    """
  static let index = """
    CREATE UNIQUE INDEX state_by_day ON state (company, market, day, known, until, touched)
    """
}

extension SpellStore.Header {
  /// The sum of a state's row.
  fileprivate func sum(
    ofStateOf company: CompanyKey, in market: String, _ folding: Folding, _ state: FoldState
  ) -> Int64 {
    let numbers = [
      state.day.column, state.known.column, state.untilColumn, state.touched.number,
    ]
    return state.fold.withUnsafeBytes { sum(ofRowOf: company, in: market, folding, numbers, $0) }
  }
}

extension FoldState {
  fileprivate var untilColumn: Int64 { until?.column ?? .max }
}

/// The states that some queries can begin at.
package struct StateChoice {
  /// The first of the days of the queries.
  let day: Day
  /// The first and the last of the days by which things were known in them.
  let known: ClosedRange<Day>
  /// The first of the positions that they count up to.
  let position: Position

  /// The states that each of some queries can begin at; there is one at least.
  package init(for first: Clocks, _ others: Clocks...) {
    let all = [first] + others
    let known = all.map { $0.knownBy ?? .distantFuture }
    self.known = (known.min() ?? .distantPast)...(known.max() ?? .distantFuture)
    // Of moves that begin later hardly anything was known.
    day = min(all.map(\.to).min() ?? first.to, self.known.lowerBound)
    position = all.map(\.at).min() ?? first.at
  }

  fileprivate func includes(_ state: FoldState) -> Bool {
    state.day <= day && state.known <= known.lowerBound
      && state.until.map { known.upperBound < $0 } ?? true && state.touched <= position
  }
}

extension SpellReader {
  /// The last state of a subject that is among some; nil if there is none.
  ///
  /// - Throws: ``SpellStore/SpellError`` if the row is damaged.
  package func state(
    of subject: SpellSubject, among choice: StateChoice
  ) throws -> FoldState? {
    let row = try RawStatement(
      shared: """
        SELECT day, known, until, touched, fold, sum FROM state
        WHERE company = ? AND market = ? AND day <= ? AND known <= ? AND until > ? AND touched <= ?
        ORDER BY day DESC LIMIT 1
        """, in: database)
    row.bind(subject.company.column, at: 1)
    row.bind(subject.market.code, at: 2)
    row.bind(choice.day.column, at: 3)
    row.bind(choice.known.lowerBound.column, at: 4)
    row.bind(choice.known.upperBound.column, at: 5)
    row.bind(choice.position, at: 6)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let until = row.integer(2)
    let state = FoldState(
      day: Day(column: row.integer(0)), known: Day(column: row.integer(1)),
      until: until == .max ? nil : Day(column: until), touched: row.position(3),
      fold: Array(row.bytes(4)))
    let sum = header.sum(
      ofStateOf: subject.company, in: subject.market.code, subject.folding, state)
    // The condition was one on the index, which has no sums.
    guard sum == row.integer(5), choice.includes(state) else {
      throw SpellStore.SpellError.damaged
    }
    return state
  }
}

extension SpellWriter {
  /// Writes a state of a subject.
  package func write(_ state: FoldState, of company: CompanyKey, in market: Market) throws {
    let row = try RawStatement(
      shared: "INSERT INTO state VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    row.bind(company.column, at: 1)
    row.bind(market.code, at: 2)
    row.bind(state.day.column, at: 3)
    row.bind(state.known.column, at: 4)
    row.bind(state.untilColumn, at: 5)
    row.bind(state.touched, at: 6)
    state.fold.withUnsafeBytes { row.bind($0, at: 7) }
    row.bind(header.sum(ofStateOf: company, in: market.code, folding, state), at: 8)
    try row.insert()
  }
}
