import Stances

/// A row of a derived table that can be bound to a statement, its columns in the table's order:
/// to insert it, or to look whether it is there.
protocol DerivedRow {
  func bind(to statement: RawStatement, in lookup: LogLookup) throws
}

extension DerivedRows.Subject: DerivedRow {
  func bind(to statement: RawStatement, in lookup: LogLookup) throws {
    statement.bind(try lookup.key(of: name), at: 1)
    statement.bind(position, at: 2)
  }
}

extension DerivedRows.CompanyMove: DerivedRow {
  func bind(to statement: RawStatement, in lookup: LogLookup) throws {
    statement.bind(try lookup.key(of: company), at: 1)
    statement.bind(market.code, at: 2)
    statement.bind(move.earliest.column, at: 3)
    statement.bind(move.latest.column, at: 4)
    statement.bind(move.publishedEarliest.column, at: 5)
    statement.bind(move.position, at: 6)
    statement.bind(move.source, at: 7)
    statement.bind(Int64(move.act.rawValue), at: 8)
    statement.bind(move.publishedLatest.column, at: 9)
    statement.bind(move.level.map { Int64($0.rawValue) }, at: 10)
    statement.bind(move.disclosed ? 1 : 0, at: 11)
    statement.bind(Int64(move.grade), at: 12)
    statement.bind(move.due?.earliest.column, at: 13)
    statement.bind(move.due?.latest.column, at: 14)
    statement.bind(PositionList.text(move.denies), at: 15)
  }
}

extension Amendment: DerivedRow {
  func bind(to statement: RawStatement, in lookup: LogLookup) {
    statement.bind(position, at: 1)
    statement.bind(target, at: 2)
    statement.bind(Int64(kind.rawValue), at: 3)
    statement.bind(published.earliest.column, at: 4)
    statement.bind(published.latest.column, at: 5)
  }
}

extension DerivedRows.Registered: DerivedRow {
  func bind(to statement: RawStatement, in lookup: LogLookup) throws {
    statement.bind(position, at: 1)
    statement.bind(source, at: 2)
    statement.bind(try lookup.key(of: name), at: 3)
    statement.bind(title, at: 4)
    statement.bind(country.code, at: 5)
    statement.bind(sector, at: 6)
  }
}
