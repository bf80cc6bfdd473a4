/// Whom a statement, measure or pressure is addressed to.
package struct Addressees: Hashable, Sendable {
  /// Every company in the market.
  package let all: Bool
  /// Companies by name.
  package let companies: [CompanyID]
  /// Companies of these sectors, compared exactly with a registration's `sector`.
  package let sectors: [String]
  /// Companies of these countries.
  package let countries: [Market]

  /// Nobody in particular.
  package static let nobody = Addressees(all: false, companies: [], sectors: [], countries: [])

  /// In what way a company is addressed; the narrowest way counts.
  package enum Way: String, Term, Comparable {
    case name, sector, country, all

    package static func < (left: Way, right: Way) -> Bool {
      left.breadth < right.breadth
    }

    private var breadth: Int {
      switch self {
      case .name: 0
      case .sector: 1
      case .country: 2
      case .all: 3
      }
    }
  }

  /// The narrowest way in which a company with this sector and country is addressed, if any.
  package func way(to company: CompanyID, sector: String?, country: Market?) -> Way? {
    if companies.contains(company) { return .name }
    if let sector, sectors.contains(sector) { return .sector }
    if let country, countries.contains(country) { return .country }
    return all ? .all : nil
  }
}
