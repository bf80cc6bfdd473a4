import Projections
import Stances

/// Published figures, for readers.
enum TradeTable {
  static func table(of figures: [TradeFigure]) -> Table {
    Table(
      of: figures,
      [
        (.init("Goods"), { .name($0.productPhrase) }),
        (.init("Trade"), { RichText($0.scope) }),
        (.init("Period"), { RichText($0.period.spoken) }),
        (.init("Value"), { RichText($0.valuePhrase) }),
        (.init("Change"), { RichText($0.changePhrase) }),
        (.init("Source"), { .name($0.publisher, ", \($0.published.spoken), \($0.grade)") }),
      ])
  }
}
