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
    /// The goods or services, as the source calls them.
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

  /// Who published it.
  package let publisher: Publisher
  /// The country or market whose trade was counted.
  package let reporter: Market
  /// The market on the other side.
  package let partner: Market
  /// What was counted.
  package let product: Product
  /// The period that was counted.
  package let period: FuzzyDate
  /// The figure; nil where only a change was published.
  package let value: Decimal?
  /// The unit of the figure.
  package let unit: String?
  /// The change against another period.
  package let change: Change?
  /// The companies that the figure speaks of.
  package let companies: [CompanyID]
}
