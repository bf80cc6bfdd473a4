import GRDB
package import Stances
package import Transparency

/// Checks all rows from which answers about some companies are made against the events' bytes, and
/// these against a root.
///
/// Answers are made of derived tables, not of the bytes that a root covers: an answer that attests
/// to what is under a root has to close that gap. It takes a few look-ups for each event about the
/// companies. That nothing about them was taken out of all tables at once is for `verify`.
struct CompanyCheck {
  private let reader: LogReader
  private let tree: CheckedTree
  private let lookup: LogLookup
  private let last: Position
  private var rows: DerivedCheck
  private let event: RawStatement
  private let amendmentsOf: RawStatement
  private let amendmentAt: RawStatement
  private var bytes = RecordedEventReader()
  /// The sources of each name's registrations, which no index leads to.
  private let registrations: [Int64: [Position]]
  /// How many moves and registrations of each company the events imply.
  private var implied: [LogName: (moves: Int64, registrations: Int64)] = [:]

  init(_ reader: LogReader, under head: TreeHead) throws {
    self.reader = reader
    tree = try reader.checkedTree(under: head)
    last = Position(treeSize: head.size)
    lookup = try LogLookup(reader.database)
    rows = try DerivedCheck(reader, lookup: lookup)
    event = try RawStatement(
      "SELECT \(EventRows.columns) FROM event WHERE position = ?", in: reader.database)
    amendmentsOf = try RawStatement(
      "SELECT position FROM amendment WHERE target = ?", in: reader.database)
    amendmentAt = try RawStatement(
      "SELECT 1 FROM amendment WHERE position = ?", in: reader.database)
    let registered = try RawStatement("SELECT name, source FROM registration", in: reader.database)
    var registrations: [Int64: [Position]] = [:]
    while try registered.step() {
      registrations[registered.integer(0), default: []].append(registered.position(1))
    }
    self.registrations = registrations
  }

  /// Checks the rows about some companies; nil for all of them.
  ///
  /// - Throws: ``EventLogError`` with the first row that is not what an event implies.
  mutating func run(about companies: [CompanyID]?) throws {
    let asked = companies.map { Set($0.map { LogName($0) }) }
    let names = try lookup.allKeys().filter { name, _ in
      name.kind == .company && asked?.contains(name) ?? true
    }
    var pending = try names.values.reduce(into: Set<Position>()) { places, key in
      places.formUnion(try sources(of: key))
    }
    var seen: Set<Position> = []
    while let position = pending.popFirst() {
      guard position <= last, seen.insert(position).inserted else { continue }
      try check(position)
      amendmentsOf.bind(position, at: 1)
      defer { amendmentsOf.reset() }
      while try amendmentsOf.step() { pending.insert(amendmentsOf.position(0)) }
    }
    for (name, key) in names { try checkCounts(of: name, key) }
  }

  /// The positions of everything that the tables have about a company.
  private func sources(of key: Int64) throws -> Set<Position> {
    let rows = try RawStatement(
      """
      SELECT position FROM subject WHERE name = ?1 UNION
      SELECT source FROM move WHERE company = ?1
      """, in: reader.database)
    rows.bind(key, at: 1)
    var found = Set(registrations[key] ?? [])
    while try rows.step() { found.insert(rows.position(0)) }
    return found
  }

  /// Checks the event at a position, and what the other tables have of it.
  private mutating func check(_ position: Position) throws {
    event.bind(position, at: 1)
    defer { event.reset() }
    guard try event.step() else { throw damaged(.gap(before: position)) }
    var read = EventRows()
    read.append(event)
    guard let row = read.rows.first else { return }
    try tree.check(read.bytes[row.json], at: position)
    let check = read.bytes.withUnsafeBufferPointer { EventCheck(row, in: $0, by: &bytes) }
    if let finding = check.findings.first { throw damaged(finding) }
    guard case .event(let content) = check.content,
      let derived = try DerivedRows(ofRecorded: content, at: position, in: lookup)
    else { return }
    var verification = Verification([])
    try rows.check(derived, at: position, &verification)
    if let finding = verification.findings.first { throw damaged(finding) }
    amendmentAt.bind(position, at: 1)
    if derived.amendment == nil, try amendmentAt.firstInteger() != nil {
      throw damaged(.extraRows(table: TableDefinition.amendment.name, count: 1))
    }
    for move in derived.moves { implied[move.company, default: (0, 0)].moves += 1 }
    if let name = derived.registration?.name { implied[name, default: (0, 0)].registrations += 1 }
  }

  /// Looks for moves and registrations that no event implies.
  private func checkCounts(of name: LogName, _ key: Int64) throws {
    let expected = implied[name] ?? (0, 0)
    let moves = try RawStatement(
      shared: "SELECT count(*) FROM move WHERE company = ? AND source <= ?", in: reader.database)
    moves.bind(key, at: 1)
    moves.bind(last, at: 2)
    let registered = registrations[key]?.count { $0 <= last } ?? 0
    for (table, found, count) in [
      (TableDefinition.move, try moves.firstInteger() ?? 0, expected.moves),
      (.registration, Int64(registered), expected.registrations),
    ] where found > count {
      throw damaged(.extraRows(table: table.name, count: found - count))
    }
  }

  private func damaged(_ finding: VerificationFinding) -> EventLogError {
    .damaged(path: reader.path, reason: "\(finding)")
  }
}

extension LogReader {
  /// Refuses a log in which the rows about some companies are not those of the events under a head;
  /// nil means all companies.
  ///
  /// - Throws: ``EventLogError``.
  package func check(rowsAbout companies: [CompanyID]?, under head: TreeHead) throws {
    var check = try CompanyCheck(self, under: head)
    try check.run(about: companies)
  }
}
