package import Stances

/// One published figure.
package struct TradeFigure: Hashable, Sendable {
  /// The event that holds the figure.
  package let event: EventID
  /// Who published it, for readers.
  package let publisher: String
  /// The country or market whose trade was counted.
  package let reporter: Market
  /// The market on the other side.
  package let partner: Market
  /// What was counted.
  package let product: TradeStatistic.Product
  /// The period that was counted.
  package let period: FuzzyDate
  /// The figure; nil where only a change was published.
  package let value: Decimal?
  /// The unit of the figure.
  package let unit: String?
  /// The change against another period.
  package let change: TradeStatistic.Change?
  /// The companies that the figure speaks of.
  package let companies: [CompanyID]
  /// When it came out, as given.
  package let published: FuzzyDate
  /// The best grade of its evidence.
  package let grade: AdmiraltyGrade
}
