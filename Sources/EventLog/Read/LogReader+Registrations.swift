import GRDB
package import Stances

/// What a company or body is called in one query, and where it belongs.
package struct Registration<Kind>: Sendable {
  /// Who is registered.
  package let id: Identifier<Kind>
  /// The name under which it is registered.
  package let name: String
  /// The country, or a body's jurisdiction.
  package let country: Market
  /// Its line of business; nil where none was given.
  package let sector: String?
}

extension LogReader {
  /// The registrations of companies that hold in a query, by key: the latest within the log clock,
  /// its content as amended.
  package func companyRegistrations(
    at position: Int64, amended: ActingAmendments
  ) throws -> [Int64: Registration<CompanyKind>] {
    try registrations(of: .company, at: position, amended)
  }

  /// The registrations of bodies that hold in a query.
  package func bodyRegistrations(
    at position: Int64, amended: ActingAmendments
  ) throws -> [Int64: Registration<BodyKind>] {
    try registrations(of: .body, at: position, amended)
  }

  /// The slugs of the companies that were registered up to a position, also of those whose
  /// registration was withdrawn: what is recorded of them goes on under them.
  package func companySlugs(at position: Int64) throws -> [String] {
    let rows = try RawStatement(
      """
      SELECT DISTINCT slug FROM registration JOIN name ON name.key = registration.name
      WHERE kind = '\(NameKind.company.rawValue)' AND source <= \(position) ORDER BY slug
      """, in: database)
    var slugs: [String] = []
    while try rows.step() { slugs.append(rows.text(0)) }
    return slugs
  }

  /// Every registration that stands in a query, those that a later one replaced among them, in order
  /// of position, each in its content as amended.
  package func registrations(at position: Int64, amended: ActingAmendments) throws -> [Event] {
    let rows = try RawStatement(
      "SELECT position, source FROM registration WHERE source <= \(position) ORDER BY position",
      in: database)
    var sources: [Int64] = []
    while try rows.step() {
      guard amended.source(of: rows.integer(0)) == rows.integer(1) else { continue }
      sources.append(rows.integer(1))
    }
    return try sources.compactMap { source in
      let event = try event(at: source)?.event
      guard case .correction(let correction) = event?.content else { return event }
      return correction.replacement
    }
  }

  private func registrations<Kind>(
    of kind: NameKind, at position: Int64, _ amended: ActingAmendments
  ) throws -> [Int64: Registration<Kind>] {
    let rows = try RawStatement(
      """
      SELECT position, source, name, slug, title, country, sector
      FROM registration JOIN name ON name.key = registration.name
      WHERE kind = '\(kind.rawValue)' AND source <= \(position) ORDER BY position
      """, in: database)
    var found: [Int64: Registration<Kind>] = [:]
    while try rows.step() {
      guard amended.source(of: rows.integer(0)) == rows.integer(1) else { continue }
      guard let country = Market(recorded: rows.bytes(5)) else {
        throw EventLogError.damaged(
          path: path, reason: "the registration at \(rows.integer(0)) has no country")
      }
      found[rows.integer(2)] = Registration(
        id: Identifier(recorded: rows.text(3)), name: rows.text(4), country: country,
        sector: rows.optionalText(6))
    }
    return found
  }
}
