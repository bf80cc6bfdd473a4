import Stances

/// The value of one column of a derived table.
enum ColumnValue {
  case integer(Int64?)
  case text(String?)
}

/// A row of a derived table, told column by column in the table's order.
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
    body(.integer(position))
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
    body(.integer(move.position))
    body(.integer(move.source))
    body(.integer(Int64(move.act.rawValue)))
    body(.integer(move.published.latest.column))
    body(.integer(move.level.map { Int64($0.rawValue) }))
    body(.integer(move.disclosed ? 1 : 0))
    body(.integer(Int64(move.grade)))
    body(.integer(move.due?.earliest.column))
    body(.integer(move.due?.latest.column))
    body(.text(PositionList.text(move.denies)))
  }
}

extension Amendment: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(position))
    body(.integer(target))
    body(.integer(Int64(kind.rawValue)))
    body(.integer(published.earliest.column))
    body(.integer(published.latest.column))
  }
}

extension DerivedRows.Registered: DerivedRow {
  func forEachColumn(
    key: (LogName) throws -> Int64?, _ body: (ColumnValue) -> Void
  ) rethrows {
    body(.integer(position))
    body(.integer(source))
    body(.integer(try key(name)))
    body(.text(title))
    body(.text(country?.code ?? ""))
    body(.text(sector))
  }
}
