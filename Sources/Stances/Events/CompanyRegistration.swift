/// Who a company is; the latest registration wins.
package struct CompanyRegistration: Hashable, Sendable {
  /// The slug by which events name the company.
  package let company: CompanyID
  /// What it is called and known by.
  package let identity: Identity
  /// Where it is based.
  package let country: Market?
  /// The company that owns it.
  package let parent: CompanyID?
  /// The company with which it is one since the registration's `occurred`.
  package let mergedInto: CompanyID?

  /// A company of which no registration counts: it goes by its slug (Events/RULES.md, "Who is who").
  package static func none(of company: CompanyID) -> Self {
    Self(
      company: company,
      identity: Identity(
        name: company.text, names: [], aliases: [], sector: nil, lei: nil, wikidata: nil,
        tickers: []),
      country: nil, parent: nil, mergedInto: nil)
  }

  /// A registration told by its parts.
  package init(
    company: CompanyID, identity: Identity, country: Market?, parent: CompanyID?,
    mergedInto: CompanyID?
  ) {
    self.company = company
    self.identity = identity
    self.country = country
    self.parent = parent
    self.mergedInto = mergedInto
  }
}

extension CompanyRegistration: EventBody {
  static let type = EventType.companyRegistered
  static let sentence = "Who a company is; the latest registration wins."

  struct Fields: Sendable {
    let company = Field.required(
      "company", .slug(of: CompanyKind.self), "the slug by which events name it")
    let name = Identity.fields.name
    let names = Identity.fields.names
    let aliases = Identity.fields.aliases
    let country = Field.optional("country", .market, optionalSince: 2, "where it is based")
    let sector = Identity.fields.sector
    let identifiers = Identity.fields.identifiers
    let parent = Field.optional(
      "parent", .slug(of: CompanyKind.self), "the company that owns it")
    let mergedInto = Field.optional(
      "merged_into", .slug(of: CompanyKind.self), since: 2,
      "the company that it is one with from `occurred` on")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    company = try reader.read(Self.fields.company)
    identity = try Identity(&reader)
    country = try reader.read(Self.fields.country)
    parent = try reader.read(Self.fields.parent)
    mergedInto = try reader.read(Self.fields.mergedInto)
  }
}
