import GRDB
package import Stances

/// A company of the log, with every name that it was ever registered under.
package struct RegisteredCompany: Hashable, Sendable {
  /// The company's slug.
  package let id: CompanyID
  /// Its names in order of position; including those that were corrected or withdrawn.
  package fileprivate(set) var titles: [CompanyTitle]
}

/// One name that a company was registered under, and its positions in the log.
package struct CompanyTitle: Hashable, Sendable {
  /// The registration's position.
  package let position: Int64
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Int64
  /// The name.
  package let name: String
}

/// One registration of a company or a body, with the content that it has at one position.
package struct Registration: Sendable {
  /// The registration's position.
  package let position: Int64
  /// The position of the event with this content: the registration's, or its correction's.
  package let source: Int64
  /// The registration as that event states it.
  package let event: Event
}

extension LogReader {
  /// The companies of the log by the keys that moves carry.
  package func companies() throws -> [Int64: RegisteredCompany] {
    // Registrations outside: with names outside SQLite scans the registrations for each name.
    let rows = try RawStatement(
      """
      SELECT position, source, key, slug, title
      FROM registration CROSS JOIN name ON name.key = registration.name
      WHERE kind = '\(NameKind.company.rawValue)' ORDER BY position, source
      """, in: database)
    var companies: [Int64: RegisteredCompany] = [:]
    while try rows.step() {
      let title = CompanyTitle(
        position: rows.integer(0), source: rows.integer(1), name: rows.text(4))
      let key = rows.integer(2)
      if companies[key] == nil {
        companies[key] = RegisteredCompany(id: CompanyID(recorded: rows.text(3)), titles: [])
      }
      companies[key]?.titles.append(title)
    }
    return companies
  }

  /// Every registration of companies and bodies in each content that it ever had, in order of
  /// position: check each against the query's log clock and acting amendments.
  package func registrations() throws -> [Registration] {
    let rows = try RawStatement(
      "SELECT position, source FROM registration ORDER BY position, source", in: database)
    var places: [(position: Int64, source: Int64)] = []
    while try rows.step() { places.append((rows.integer(0), rows.integer(1))) }
    return try places.compactMap { position, source in
      guard let event = try event(at: source)?.event else { return nil }
      guard case .correction(let correction) = event.content else {
        return Registration(position: position, source: source, event: event)
      }
      return Registration(position: position, source: source, event: correction.replacement)
    }
  }
}
