import EventLog
import Stances

/// The companies of the log by the keys that moves carry, with their names in one query.
struct CompanyNames {
  private let ids: [Int64: CompanyID]
  private let titles: [Int64: [CompanyTitle]]
  private var acting: ActingAmendments

  init(in log: LogReader, at position: Int64, acting: ActingAmendments) throws {
    ids = try log.companies()
    titles = try log.companyTitles(at: position)
    self.acting = acting
  }

  /// The names of the same registrations as other amendments leave them; these it shares.
  func amended(by acting: ActingAmendments) -> CompanyNames {
    var names = self
    names.acting = acting
    return names
  }

  /// The slug of a company.
  func id(_ key: Int64) throws -> CompanyID {
    guard let id = ids[key] else { throw ProjectionError.missingCompany(key: key) }
    return id
  }

  /// The name of a company; its slug where its registration is withdrawn.
  func name(_ key: Int64) throws -> String {
    let standing = titles[key]?.last { acting.source(of: $0.position) == $0.source }
    return try standing?.name ?? id(key).text
  }
}
