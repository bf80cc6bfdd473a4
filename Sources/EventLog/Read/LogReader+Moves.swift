import GRDB
package import Stances

extension LogReader {
  /// Reads moves in the order in which postures are folded: by company, market, then time.
  ///
  /// Companies come in the order of their keys; nil means all of them, and a name that the log does
  /// not know has no moves. Moves of every source are read: check each against the query's clocks
  /// and acting amendments.
  package func forEachMove(
    of companies: [CompanyID]? = nil,
    _ body: (_ company: CompanyKey, _ market: Market, _ move: Move) throws -> Void
  ) throws {
    guard let companies else { return try forEachMove(among: nil, body) }
    let lookup = try LogLookup(database)
    let keys = try companies.compactMap { try lookup.key(of: LogName($0)).map(CompanyKey.init) }
    try forEachMove(among: Set(keys), body)
  }

  /// Reads the moves of the companies with some keys, in the same order; of all companies for nil.
  ///
  /// Of all companies perhaps only the moves that had `begun` by a day, and could have been published
  /// by another.
  package func forEachMove(
    among keys: Set<CompanyKey>?, begun: (occurred: Day, published: Day?)? = nil,
    _ body: (_ company: CompanyKey, _ market: Market, _ move: Move) throws -> Void
  ) throws {
    guard let keys else {
      var conditions: [String] = []
      if let begun { conditions.append("earliest <= \(begun.occurred.column)") }
      if let published = begun?.published {
        conditions.append("published_earliest <= \(published.column)")
      }
      let filtered = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
      return try read(
        RawStatement(
          "\(Self.selectMoves)\(filtered) ORDER BY \(Self.foldOrder)", in: database), body)
    }
    let scan = try RawStatement(
      "\(Self.selectMoves) WHERE company = ? ORDER BY \(Self.foldOrder)", in: database)
    for key in keys.sorted() {
      scan.bind(key.column, at: 1)
      try read(scan, body)
      scan.reset()
    }
  }

  /// Reads the moves of one company in one market that begin after one day, if it is given, and by
  /// another, and that could have been published by a third one, in the order in which postures are
  /// folded.
  package func forEachMove(
    of company: CompanyKey, in market: Market, begunAfter start: Day?, by end: Day,
    published: Day, _ body: (Move) throws -> Void
  ) throws {
    let scan = try RawStatement(
      shared: """
        \(Self.selectMoves)
        WHERE company = ? AND market = ? AND earliest > ? AND earliest <= ?
          AND published_earliest <= ?
        ORDER BY \(Self.foldOrder)
        """, in: database)
    scan.bind(company.column, at: 1)
    scan.bind(market.code, at: 2)
    scan.bind(start?.column ?? .min, at: 3)
    scan.bind(end.column, at: 4)
    scan.bind(published.column, at: 5)
    defer { scan.reset() }
    try read(scan) { _, _, move in try body(move) }
  }

  private static let foldOrder = TableDefinition.move.keys.joined().joined(separator: ", ")

  private static let selectMoves = """
    SELECT company, market, earliest, latest, published_earliest, published_latest, position,
      source, act, level, disclosed, grade, due_earliest, due_latest, denies, traits, certain,
      published_certain, due_certain, sources, lines
    FROM move
    """

  private func read(
    _ scan: RawStatement, _ body: (CompanyKey, Market, Move) throws -> Void
  ) throws {
    var market: Market?
    while try scan.step() {
      let code = scan.bytes(1)
      if market?.isCoded(code) != true { market = Market(recorded: code) }
      guard let market, let act = Move.Act(rawValue: UInt8(truncatingIfNeeded: scan.integer(8)))
      else { throw EventLogError.damaged(path: path, reason: "a move has no market or no act") }
      let move = Move(
        position: scan.position(6), source: scan.position(7), act: act,
        level: scan.optionalInteger(9).flatMap { Level(rawValue: Int8(truncatingIfNeeded: $0)) },
        disclosed: scan.integer(10) != 0,
        grade: GradeRank(UInt8(truncatingIfNeeded: scan.integer(11))),
        occurred: DayRange(
          columns: scan.integer(2), scan.integer(3), certain: scan.optionalInteger(16)),
        published: DayRange(
          columns: scan.integer(4), scan.integer(5), certain: scan.optionalInteger(17)),
        due: DayRange(
          scan.optionalInteger(12), scan.optionalInteger(13), certain: scan.optionalInteger(18)),
        denies: NumberList.numbers(in: scan.bytes(14)).map { Position($0) },
        traits: Move.Traits(rawValue: UInt8(truncatingIfNeeded: scan.integer(15))),
        sources: NumberList.numbers(in: scan.bytes(19)),
        lines: NumberList.numbers(in: scan.bytes(20)))
      try body(CompanyKey(scan.integer(0)), market, move)
    }
  }
}
