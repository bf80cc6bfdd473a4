import GRDB
package import Stances

/// One name that a company was registered under, and where the log holds it.
package struct CompanyTitle: Hashable, Sendable {
  /// The registration's position.
  package let position: Int64
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Int64
  /// The name.
  package let name: String
}

extension LogReader {
  /// Every name under which companies were registered up to a position, by the key that moves carry,
  /// in order of position; those that were corrected or withdrawn among them.
  package func companyTitles(at position: Int64) throws -> [Int64: [CompanyTitle]] {
    let rows = try RawStatement(
      """
      SELECT position, source, name, title
      FROM registration JOIN name ON name.key = registration.name
      WHERE kind = '\(NameKind.company.rawValue)' AND source <= \(position)
      ORDER BY position, source
      """, in: database)
    var titles: [Int64: [CompanyTitle]] = [:]
    while try rows.step() {
      titles[rows.integer(2), default: []].append(
        CompanyTitle(position: rows.integer(0), source: rows.integer(1), name: rows.text(3)))
    }
    return titles
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
}
