import GRDB
package import Stances

/// Writes the spells of subjects, and the moments of events, as of one position of their log.
package final class SpellWriter {
  let database: Database
  private(set) var header: SpellStore.Header
  private let subject: RawStatement
  private let spell: RawStatement
  let moment: RawStatement
  /// Which folding the rows are of.
  let folding = Folding.new

  init(_ database: Database, header: SpellStore.Header) throws {
    self.database = database
    self.header = header
    subject = try RawStatement(
      "INSERT INTO subject VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    spell = try RawStatement("INSERT INTO spell VALUES (?, ?, ?, ?, ?, ?)", in: database)
    moment = try RawStatement("INSERT INTO moment VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
  }

  /// Writes a subject with its spells, each a first day and a finding's bytes, in order.
  ///
  /// Those from the place `late` on are late: most questions are about these, so they are kept
  /// together. The `details` are the bytes of what is shown of their events.
  package func write(
    _ company: CompanyKey, _ market: Market, known: Day, touched: Position,
    spells: [(first: Day, finding: [UInt8])], late: Int, details: [UInt8]
  ) throws {
    for (one, next) in zip(spells[..<late], spells.dropFirst()) {
      try write(company, market, from: one.first, until: next.first, one.finding)
    }
    var packed = Packer()
    packed.write(spells.count - late)
    for spell in spells[late...] {
      packed.write(spell.first)
      packed.write(spell.finding)
    }
    let days = spells.isEmpty ? [] : [spells[0].first.column, spells[late].first.column]
    let code = market.code
    let sum = packed.bytes.withUnsafeBytes { late in
      var row = header.row
      row.add(company.column)
      row.add(.text(code))
      for number in [known.column, touched.number, folding.number] { row.add(number) }
      row.add(days.first)
      row.add(days.last)
      row.add(late)
      return row.sum
    }
    subject.bind(company.column, at: 1)
    subject.bind(code, at: 2)
    subject.bind(known.column, at: 3)
    subject.bind(touched, at: 4)
    subject.bind(folding.number, at: 5)
    subject.bind(days.first, at: 6)
    subject.bind(days.last, at: 7)
    packed.bytes.withUnsafeBytes { subject.bind($0, at: 8) }
    subject.bind(sum, at: 9)
    try subject.insert()
    try details.withUnsafeBytes { try write($0, of: company, in: code) }
    header.subjects += 1
    header.total &+= sum
  }

  private func write(
    _ details: UnsafeRawBufferPointer, of company: CompanyKey, in market: String
  ) throws {
    let row = try RawStatement(shared: "INSERT INTO detail VALUES (?, ?, ?, ?, ?)", in: database)
    row.bind(company.column, at: 1)
    row.bind(market, at: 2)
    row.bind(folding.number, at: 3)
    row.bind(details, at: 4)
    row.bind(header.sum(ofRowOf: company, in: market, folding, [], details), at: 5)
    try row.insert()
  }

  private func write(
    _ company: CompanyKey, _ market: Market, from first: Day, until: Day, _ finding: [UInt8]
  ) throws {
    try finding.withUnsafeBytes { bytes in
      spell.bind(company.column, at: 1)
      spell.bind(market.code, at: 2)
      spell.bind(first.column, at: 3)
      spell.bind(until.column, at: 4)
      spell.bind(bytes, at: 5)
      let sum = header.sum(
        ofRowOf: company, in: market.code, folding, [first.column, until.column], bytes)
      spell.bind(sum, at: 6)
      try spell.insert()
    }
  }

  /// Removes what there is on a company.
  func remove(_ company: CompanyKey) throws {
    let sums = try Int64.fetchAll(
      database, sql: "SELECT sum FROM subject WHERE company = ?", arguments: [company.column])
    header.subjects -= sums.count
    header.total = sums.reduce(header.total, &-)
    for table in ["subject", "detail", "spell", "state"] {
      try database.execute(
        sql: "DELETE FROM \(table) WHERE company = ?", arguments: [company.column])
    }
  }

  /// Writes the header, as of the same position or a later one.
  func finish(
    at position: Position? = nil, root: String? = nil, with types: [TypeCount]? = nil
  ) throws {
    header.position = position ?? header.position
    header.root = root ?? header.root
    header.types = types ?? header.types
    try database.execute(sql: "DELETE FROM header")
    try database.execute(
      sql: "INSERT INTO header VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        header.key, header.position.number, header.root, TypeCount.text(of: header.types),
        header.subjects, header.total, header.salt,
        header.sum,
      ])
  }
}
