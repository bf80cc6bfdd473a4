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

  /// These addressees with those that a later step of the same act adds.
  ///
  /// Companies by name add up, because an authority often lists them one notice at a time; a class
  /// of companies (all, sectors, countries) replaces the class named before.
  package func joined(by later: Addressees) -> Addressees {
    let replacesClass = later.all || !later.sectors.isEmpty || !later.countries.isEmpty
    let classes = replacesClass ? later : self
    return Addressees(
      all: classes.all,
      companies: companies + later.companies.filter { !companies.contains($0) },
      sectors: classes.sectors, countries: classes.countries)
  }
}

extension Addressees: EventPart {
  static let name = "addressees"
  static let words = "whom it addresses"
  static let rules: [FieldRule] = [.atLeastOne(["all", "companies", "sectors", "countries"])]

  struct Fields: Sendable {
    let all = Field.optional("all", .yes, default: false, "every company in the market")
    let companies = Field.optional(
      "companies", .list(.slug(of: CompanyKind.self), atLeast: 1), default: [],
      "companies by name")
    let sectors = Field.optional(
      "sectors", .list(.line, atLeast: 1), default: [], "companies of these sectors")
    let countries = Field.optional(
      "countries", .list(.market, atLeast: 1), default: [], "companies of these countries")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    all = try reader.read(Self.fields.all)
    companies = try reader.read(Self.fields.companies)
    sectors = try reader.read(Self.fields.sectors)
    countries = try reader.read(Self.fields.countries)
    // A misspelt member is the likelier reason.
    try reader.finish()
    guard self != .nobody else { throw reader.object.refusal(.nobodyAddressed) }
  }
}
