import GRDB
import Stances

/// The rows of moments, each of which says what the one before it is: one that is missing, or out of
/// its place, shows where it is passed, without a look at all others.
enum MomentRows {
  static let table = """
    CREATE TABLE moment (
      list TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
      published INTEGER NOT NULL, position INTEGER NOT NULL, source INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      PRIMARY KEY (list, earliest, latest, published, position, source)) STRICT, WITHOUT ROWID
    """

  /// The statement that passes rows from one side of a moment, the nearest first.
  static func select(_ comparison: String, descending: Bool) -> String {
    let columns = ["list", "earliest", "latest", "published", "position", "source"]
    return """
      SELECT \(columns.joined(separator: ", ")), sum FROM moment
      WHERE (\(columns.joined(separator: ", "))) \(comparison) (?, ?, ?, ?, ?, ?)
      ORDER BY \(columns.map { $0 + (descending ? " DESC" : "") }.joined(separator: ", "))
      """
  }
}

extension SpellStore.Header {
  /// The sum of a moment's row, behind another.
  func sum(of moment: ListedMoment, after former: ListedMoment) -> Int64 {
    var row = row
    for one in [moment, former] {
      row.add(.text(one.list.name))
      for column in one.moment.columns { row.add(column) }
    }
    return row.sum
  }
}

extension SpellReader {
  /// Which moments to pass.
  package enum MomentOrder: Sendable {
    /// Those before one, or all of them, the last first.
    case backward(before: Moment?)
    /// Those after one, or all of them, the first first.
    case forward(after: Moment?)
  }

  /// Passes the moments of a list in order, until the body answers false.
  ///
  /// - Throws: ``SpellStore/SpellError`` if a row is damaged, or missing.
  package func forEachMoment(
    of list: MomentList, _ order: MomentOrder, _ body: (Moment) throws -> Bool
  ) throws {
    let (bound, isBackward) =
      switch order {
      case .backward(let before): (before ?? .last, true)
      case .forward(let after): (after ?? .first, false)
      }
    // The first row on the other side of the bound, or at it, says whether the next is missing.
    let edge = try rows(
      isBackward ? ">=" : "<=", ListedMoment(list: list, moment: bound), descending: !isBackward)
    guard var (one, sum) = try next(of: edge) else { throw SpellStore.SpellError.damaged }
    let passed = try rows(isBackward ? "<" : ">", one, descending: isBackward)
    while let (other, otherSum) = try next(of: passed) {
      let isNext =
        isBackward
        ? sum == header.sum(of: one, after: other) : otherSum == header.sum(of: other, after: one)
      guard isNext else { throw SpellStore.SpellError.damaged }
      (one, sum) = (other, otherSum)
      guard one.list == list, one != .first, one != .last else { return }
      guard try body(one.moment) else { return }
    }
    throw SpellStore.SpellError.damaged
  }

  private func rows(
    _ comparison: String, _ bound: ListedMoment, descending: Bool
  ) throws -> RawStatement {
    let rows = try RawStatement(
      MomentRows.select(comparison, descending: descending), in: database)
    bound.bind(to: rows)
    return rows
  }

  private func next(of rows: RawStatement) throws -> (ListedMoment, sum: Int64)? {
    try rows.step() ? (ListedMoment(rows), rows.integer(6)) : nil
  }
}

extension SpellWriter {
  /// Writes all moments, which are passed in order.
  package func writeMoments(_ forEach: ((ListedMoment) throws -> Void) throws -> Void) throws {
    var former = ListedMoment.first
    try insert(.first, after: .last)
    try forEach { moment in
      try insert(moment, after: former)
      former = moment
    }
    try insert(.last, after: former)
  }

  /// Writes some moments between those that there are.
  package func add(_ moments: [ListedMoment]) throws {
    let before = try RawStatement(MomentRows.select("<", descending: true), in: database)
    let after = try RawStatement(MomentRows.select(">", descending: false), in: database)
    let renewed = try RawStatement(
      """
      UPDATE moment SET sum = ?7
      WHERE (list, earliest, latest, published, position, source) = (?1, ?2, ?3, ?4, ?5, ?6)
      """, in: database)
    func neighbour(_ rows: RawStatement, of moment: ListedMoment) throws -> ListedMoment {
      moment.bind(to: rows)
      defer { rows.reset() }
      guard try rows.step() else { throw SpellStore.SpellError.damaged }
      return ListedMoment(rows)
    }
    for moment in moments {
      let former = try neighbour(before, of: moment)
      let next = try neighbour(after, of: moment)
      try insert(moment, after: former)
      next.bind(to: renewed)
      renewed.bind(header.sum(of: next, after: moment), at: 7)
      try renewed.run()
    }
  }

  private func insert(_ moment: ListedMoment, after former: ListedMoment) throws {
    moment.bind(to: self.moment)
    self.moment.bind(header.sum(of: moment, after: former), at: 7)
    try self.moment.insert()
  }
}
