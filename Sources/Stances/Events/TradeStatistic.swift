/// A published trade or market figure.
package struct TradeStatistic: Hashable, Sendable {
  /// Who published the figure.
  package enum Publisher: Hashable, Sendable {
    /// A registered body, such as a customs office.
    case body(BodyID)
    /// Anyone else, by name.
    case named(String)
  }

  /// What was counted.
  package struct Product: Hashable, Sendable {
    /// The goods or services, as the source calls them.
    package let name: String
    /// A code of the Harmonized System: 2, 4 or 6 digits; events recorded earlier may have up to 10.
    package let hs: String?
  }

  /// A change against another period.
  package struct Change: Hashable, Sendable {
    /// The change in per cent; negative for a fall.
    package let percent: Decimal
    /// How exactly it was given, in the source's words: "more than", "nearly two thirds".
    package let qualifier: String?
    /// The period it is measured against.
    package let against: FuzzyDate?
  }

  /// Who published it.
  package let publisher: Publisher
  /// The country or market whose trade, or where a company's own business, was counted.
  package let reporter: Market
  /// The market on the other side; a company's own figure may have none.
  package let partner: Market?
  /// The company whose own figure it is: of its sales, deliveries or staff.
  package let company: CompanyID?
  /// What was counted.
  package let product: Product
  /// The period that was counted.
  package let period: FuzzyDate
  /// The figure; nil if only a change was published.
  package let value: Decimal?
  /// The unit of the figure.
  package let unit: String?
  /// The change against another period.
  package let change: Change?
  /// The companies that the figure speaks of.
  package let companies: [CompanyID]
}

extension TradeStatistic: EventBody {
  static let type = EventType.tradeStatistic
  static let sentence = "A trade or market figure is published."
  static let rules: [FieldRule] = [
    .exactlyOne(["body", "publisher"]), .atLeastOne(["partner", "company"]),
    .atLeastOne(["value", "change"]),
  ]

  struct Fields: Sendable {
    let body = Field.optional(
      "body", .slug(of: BodyKind.self),
      "the registered body that published it; or `publisher`")
    let publisher = Field.optional(
      "publisher", .line, "who published it, if that is not a registered body")
    let reporter = Field.required(
      "reporter", .market, "the country whose figure it is, or where a company's own was counted")
    let partner = Field.optional(
      "partner", .market, optionalSince: 2, "the country on the other side of the trade")
    let company = Field.optional(
      "company", .slug(of: CompanyKind.self), since: 2,
      "the company whose own figure it is: sales, deliveries, staff")
    let product = Field.required("product", .part(Product.self), "what was counted")
    let period = Field.required("period", .date, "the period counted")
    let value = Field.optional("value", .decimal, "the figure")
    let unit = Field.optional("unit", .line, "the figure's unit")
    let change = Field.optional(
      "change", .part(Change.self), "the change against another period")
    let companies = Field.optional(
      "companies", .list(.slug(of: CompanyKind.self)), default: [],
      "the companies that it is about")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    let body = try reader.read(Self.fields.body)
    let name = try reader.read(Self.fields.publisher)
    switch (body, name) {
    case (let body?, nil): publisher = .body(body)
    case (nil, let name?): publisher = .named(name)
    case (nil, nil): throw reader.object.refusal(.publisherMissing)
    case (_?, _?): throw reader.object.refusal(.publisherTwice)
    }
    reporter = try reader.read(Self.fields.reporter)
    partner = try reader.read(Self.fields.partner)
    company = try reader.read(Self.fields.company)
    product = try reader.read(Self.fields.product)
    period = try reader.read(Self.fields.period)
    value = try reader.read(Self.fields.value)
    unit = try reader.read(Self.fields.unit)
    change = try reader.read(Self.fields.change)
    companies = try reader.read(Self.fields.companies)
    guard partner != nil || company != nil else { throw reader.object.refusal(.noPartner) }
    guard value != nil || change != nil else { throw reader.object.refusal(.noFigure) }
  }
}

extension TradeStatistic.Product: EventPart {
  static let name = "product"
  static let words = "what was counted"

  struct Fields: Sendable {
    let name = Field.required("name", .line, "what it is called")
    let hs = Field.optional(
      "hs",
      .pattern(
        "^[0-9]{2,10}$", named: "HS code", expected: "HS code: 2 to 10 digits",
        where: isHarmonizedSystemCode),
      "its HS code: 2, 4 or 6 digits; events recorded earlier may have up to 10")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    name = try reader.read(Self.fields.name)
    hs = try reader.read(Self.fields.hs)
  }
}

extension TradeStatistic.Change: EventPart {
  static let name = "change"
  static let words = "a change against another period"

  struct Fields: Sendable {
    let percent = Field.required(
      "percent", .decimal, "the change in per cent, negative for a fall")
    let qualifier = Field.optional(
      "qualifier", .line, "how exactly it was given: \"more than\"")
    let against = Field.optional("against", .date, "the period it is measured against")
  }
  static let fields = Fields()

  init(_ reader: inout FieldReader) throws(EventError) {
    percent = try reader.read(Self.fields.percent)
    qualifier = try reader.read(Self.fields.qualifier)
    against = try reader.read(Self.fields.against)
  }
}
