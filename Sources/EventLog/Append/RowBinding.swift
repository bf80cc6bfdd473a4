import Stances

/// The value of one column of a derived table.
enum ColumnValue {
  case integer(Int64?)
  case text(String?)
}

/// A row of a derived table, given column by column in the table's order.
protocol DerivedRow {
  /// Calls `body` with each column; `key` gives the number of a name.
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows
}

extension DerivedRow {
  /// Binds the row to a statement: to insert it, or to look whether it is there.
  func bind(to statement: RawStatement, in lookup: LogLookup) throws {
    var index: CInt = 0
    try forEachColumn(key: lookup.key(of:)) { value in
      index += 1
      switch value {
      case .integer(let integer): statement.bind(integer, at: index)
      case .text(let text): statement.bind(text, at: index)
      }
    }
  }
}

extension DerivedRows.Subject: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(try key(name)))
    body(.integer(position.number))
  }
}

extension DerivedRows.CompanyMove: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(try key(company)))
    body(.text(market.code))
    body(.integer(move.occurred.earliest.column))
    body(.integer(move.occurred.latest.column))
    body(.integer(move.published.earliest.column))
    body(.integer(move.position.number))
    body(.integer(move.source.number))
    body(.integer(Int64(move.act.rawValue)))
    body(.integer(move.published.latest.column))
    body(.integer(move.level.map { Int64($0.rawValue) }))
    body(.integer(move.disclosed ? 1 : 0))
    body(.integer(Int64(move.grade.number)))
    body(.integer(move.due?.earliest.column))
    body(.integer(move.due?.latest.column))
    body(.text(NumberList.text(move.denies.map(\.number))))
    body(.integer(Int64(move.traits.rawValue)))
    body(.integer(move.occurred.certainColumn))
    body(.integer(move.published.certainColumn))
    body(.integer(move.due?.certainColumn))
    body(.text(NumberList.text(move.sources)))
    body(.text(NumberList.text(move.lines)))
  }
}

extension Amendment: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(position.number))
    body(.integer(target.number))
    body(.integer(Int64(kind.rawValue)))
    body(.integer(published.earliest.column))
    body(.integer(published.latest.column))
    body(.integer(published.certainColumn))
  }
}

extension DerivedRows.Registered: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(position.number))
    body(.integer(source.number))
    body(.integer(try key(name)))
    body(.text(title))
    body(.text(country?.code))
    body(.text(sector))
    for days in [occurred, published] {
      body(.integer(days?.earliest.column))
      body(.integer(days?.latest.column))
      body(.integer(days?.certainColumn))
    }
    body(.integer(try parent.flatMap(key)))
    body(.integer(try mergedInto.flatMap(key)))
  }
}

extension DerivedRows.Label: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.text(look))
    body(.integer(try key(name)))
    body(.integer(position.number))
    body(.integer(source.number))
  }
}
