import EventLog
import Stances

/// The companies of the log by the keys that moves carry, with their names in one query.
struct CompanyNames {
  private let ids: [Int64: CompanyID]
  private let registrations: [Int64: Registration<CompanyKind>]

  init(in log: LogReader, at position: Int64, acting: ActingAmendments) throws {
    ids = try log.companies()
    registrations = try log.companyRegistrations(at: position, amended: acting)
  }

  /// The slug of a company.
  func id(_ key: Int64) throws -> CompanyID {
    guard let id = ids[key] else { throw ProjectionError.missingCompany(key: key) }
    return id
  }

  /// The name of a company; its slug where its registration is withdrawn.
  func name(_ key: Int64) throws -> String {
    try registrations[key]?.name ?? id(key).text
  }
}
