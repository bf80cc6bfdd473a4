package import EventLog
package import Stances

extension TradeProjection {
  /// The figures published by then, as one query of a log sees them.
  package static func figures(in log: LogReader, clocks: Clocks) throws -> [TradeFigure] {
    figures(in: try KnownEvents([.types([.tradeStatistic])], in: log, on: clocks))
  }
}
