package import Stances

/// One published figure.
package struct TradeFigure: Hashable, Sendable {
  package let event: EventID
  /// Who published it, for readers.
  package let publisher: String
  package let reporter: Market
  package let partner: Market
  package let product: TradeStatistic.Product
  package let period: FuzzyDate
  package let value: Decimal?
  package let unit: String?
  package let change: TradeStatistic.Change?
  package let companies: [CompanyID]
  package let published: FuzzyDate
  package let grade: AdmiraltyGrade
}
