import EventLog
import Stances

/// The companies of the log by the keys that moves carry, with their names in one query.
struct CompanyNames {
  private let companies: [Int64: RegisteredCompany]
  private let position: Int64
  private var acting: ActingAmendments

  /// The names that were registered up to a position, as amended.
  init(_ companies: [Int64: RegisteredCompany], at position: Int64, acting: ActingAmendments) {
    self.companies = companies
    self.position = position
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
    try company(key).id
  }

  /// A company and market with the slug of the company.
  func subject(_ subject: MoveSubject) throws -> CompanyMarket {
    CompanyMarket(try id(subject.company), subject.market)
  }

  /// The name of a company; its slug if its registration is withdrawn.
  func name(_ key: Int64) throws -> String {
    let company = try company(key)
    let standing = company.titles.last {
      $0.source <= position && acting.source(of: $0.position) == $0.source
    }
    return standing?.name ?? company.id.text
  }

  private func company(_ key: Int64) throws -> RegisteredCompany {
    guard let company = companies[key] else { throw ProjectionError.missingCompany(key: key) }
    return company
  }
}

extension LogView {
  /// The names of companies in this query.
  func companyNames() throws -> CompanyNames {
    CompanyNames(try facts.companies(), at: clocks.at, acting: try acting())
  }
}
