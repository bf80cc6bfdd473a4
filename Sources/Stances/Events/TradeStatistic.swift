/// A published trade or market figure.
package struct TradeStatistic: Hashable, Sendable {
  /// Who published the figure.
  package enum Publisher: Hashable, Sendable {
    /// A registered body, such as a customs office.
    case body(BodyID)
    /// Anybody else, by name.
    case named(String)
  }

  /// What was counted.
  package struct Product: Hashable, Sendable {
    package let name: String
    /// A code of the Harmonized System, 2 to 10 digits.
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

  package let publisher: Publisher
  package let reporter: Market
  package let partner: Market
  package let product: Product
  package let period: FuzzyDate
  package let value: Decimal?
  package let unit: String?
  package let change: Change?
  package let companies: [CompanyID]
}
